#if !__has_include(<expat.h>)
#error "expat is missing: install it with apt-get install libexpat1-dev"
#endif
#include <expat.h>
