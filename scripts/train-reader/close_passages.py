"""Finds, for each question, the contexts closest to it by BM25 and by embedding."""

import numpy as np
import torch
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.preprocessing import normalize

_CHUNK = 2000


def closest_by_words(questions, contexts, count, k1=1.2, b=0.75):
    """Indices into `contexts`, best first, one row a question (BM25; Robertson and Zaragoza 2009)."""
    vectorizer = CountVectorizer(stop_words='english', dtype=np.float32)
    frequencies = vectorizer.fit_transform(contexts).tocsr()
    lengths = np.asarray(frequencies.sum(1)).ravel()
    held_by = np.bincount(frequencies.indices, minlength=frequencies.shape[1])
    weight = np.log1p((len(contexts) - held_by + 0.5) / (held_by + 0.5))
    rows = np.repeat(np.arange(len(contexts)), np.diff(frequencies.indptr))
    saturation = frequencies.data + k1 * (1 - b + b * lengths[rows] / lengths.mean())
    frequencies.data = frequencies.data * (k1 + 1) / saturation * weight[frequencies.indices]
    query = (vectorizer.transform(questions) > 0).astype(np.float32)
    transposed = frequencies.T.tocsr()
    return _best(count, len(questions), lambda rows: (query[rows] @ transposed).toarray())


def closest_by_embedding(questions, contexts, count, embed):
    """The same by cosine; `embed` turns a list of texts into an array of rows."""
    context_vectors, query_vectors = normalize(embed(contexts)), normalize(embed(questions))
    return _best(count, len(questions), lambda rows: query_vectors[rows] @ context_vectors.T)


def mean_embedder(model, tokenizer, forward, tokens=96, batch=64):
    """Mean-pooled sentence embeddings of the first `tokens` tokens."""

    def embed(texts):
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        vectors = np.zeros((len(texts), model.config.hidden_size), np.float32)
        for at in range(0, len(order), batch):
            rows = order[at : at + batch]
            encoded = tokenizer([texts[i] for i in rows], truncation=True, max_length=tokens, padding=True, return_tensors='pt')
            with torch.no_grad():
                hidden = forward(model, encoded['input_ids'], encoded['attention_mask'], encoded['token_type_ids']).float()
            mask = encoded['attention_mask'].unsqueeze(-1)
            vectors[rows] = ((hidden * mask).sum(1) / mask.sum(1)).numpy()
        return vectors

    return embed


def _best(count, total, scores_of):
    best = []
    for at in range(0, total, _CHUNK):
        scores = scores_of(slice(at, min(at + _CHUNK, total)))
        part = np.argpartition(-scores, count, axis=1)[:, :count]
        order = np.take_along_axis(scores, part, 1).argsort(1)[:, ::-1]
        best.append(np.take_along_axis(part, order, 1))
    return np.concatenate(best)
