#!/bin/sh
# Trains the embedded syntax models anew and measures them: Scripts/syntax/train.sh FOLDER
# FOLDER holds en_ewt-train, en_ewt-dev, fr_sequoia-train, fr_gsd-dev, fr_sequoia-dev and fr_gsd-test (.conllu) of
# Universal Dependencies.
set -eu
ud=${1:?folder of treebanks}
cd "$(dirname "$0")/../.."
models=Sources/CSyntaxModel
press=Scripts/syntax/press
swift build -c release --product SyntaxTrainer
trainer=$(swift build -c release --show-bin-path)/SyntaxTrainer
# Sentences of the press are read three times a pass; six members make the tables steadier than three.
"$trainer" train en "$ud/en_ewt-train.conllu" --output $models/en.bin \
  --press $press/en-train.conllu --press-rounds 3 --members 6 \
  --passes 7 --tagger-least 7 --move-least 25 --relation-least 15
"$trainer" train fr "$ud/fr_sequoia-train.conllu" "$ud/fr_gsd-dev.conllu" --output $models/fr.bin \
  --press $press/fr-train.conllu --press-rounds 3 --members 6
# A C file is not compiled again when only what it embeds changes.
touch $models/models.c
"$trainer" evaluate $models/en.bin "$ud/en_ewt-dev.conllu" $press/en-dev.conllu
"$trainer" evaluate $models/fr.bin "$ud/fr_sequoia-dev.conllu" "$ud/fr_gsd-test.conllu" $press/fr-dev.conllu
