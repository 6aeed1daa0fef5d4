#include <xlsxwriter.h>

// A GNU extension of <sys/mman.h>, which Swift's module of glibc does not have.
extern int memfd_create(const char *name, unsigned int flags);
