#pragma once
#include <stddef.h>

/// The compiled knowledge table (made by `make knowledge`), read-only and 64-byte aligned.
const unsigned char *knowledge_table_bytes(void);
size_t knowledge_table_count(void);

/// The compiled table of techniques (made by `make knowledge`), read-only and 64-byte aligned.
const unsigned char *technique_table_bytes(void);
size_t technique_table_count(void);
