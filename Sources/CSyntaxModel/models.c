#include "CSyntaxModel.h"

_Alignas(64) static const unsigned char en[] = {
#embed "en.bin"
};
_Alignas(64) static const unsigned char fr[] = {
#embed "fr.bin"
};

const unsigned char *syntax_model_en_bytes(void) { return en; }
size_t syntax_model_en_count(void) { return sizeof en; }
const unsigned char *syntax_model_fr_bytes(void) { return fr; }
size_t syntax_model_fr_count(void) { return sizeof fr; }
