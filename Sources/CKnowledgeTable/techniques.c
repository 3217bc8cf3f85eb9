#include "CKnowledgeTable.h"

_Alignas(64) static const unsigned char table[] = {
#embed "techniques.bin"
};

const unsigned char *technique_table_bytes(void) { return table; }
size_t technique_table_count(void) { return sizeof table; }
