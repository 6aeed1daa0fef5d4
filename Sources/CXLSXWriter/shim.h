#if !__has_include(<xlsxwriter.h>)
#error "libxlsxwriter is missing: install it with apt-get install libxlsxwriter-dev"
#endif
#include <xlsxwriter.h>

// Declared here, since which of the C modules shows the system's declaration depends on the order of their imports.
int memfd_create(const char *name, unsigned int flags);
