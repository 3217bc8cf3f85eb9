#pragma once
// Debian's libxml2 brings in the system's ICU, whose types Foundation's own ICU has too, of another version: a file that
// loads both may then not compile, depending on which is met first. No field that this leaves out is used here: it stands
// at the end of a structure that is only ever handed on by its address.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#ifdef U_ICU_VERSION
#error "libxml2's headers bring in ICU, which collides with Foundation's"
#endif

/// `xmlFree` is a mutable global function pointer, which Swift 6 refuses to read.
static inline void dossier_xml_free(void *pointer) { xmlFree(pointer); }
