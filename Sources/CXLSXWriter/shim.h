#if !__has_include(<xlsxwriter.h>)
#error "libxlsxwriter is missing: install it with apt-get install libxlsxwriter-dev"
#endif
#include <xlsxwriter.h>
