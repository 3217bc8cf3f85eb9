#include "CKnowledgeTable.h"

_Alignas(64) static const unsigned char table[] = {
#embed "table.bin"
};

const unsigned char *knowledge_table_bytes(void) { return table; }
size_t knowledge_table_count(void) { return sizeof table; }
