#if !__has_include(<zip.h>)
#error "libzip is missing: install it with apt-get install libzip-dev"
#endif
#include <zip.h>
