"""Finds, for each question, the contexts closest to it by BM25 and by embedding."""

from pathlib import Path

import numpy as np
import onnxruntime
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.preprocessing import normalize
from tokenizers import Tokenizer

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


def embedder(folder, tokens=160):
    """Mean-pooled embeddings of the first `tokens` tokens, by the quantized model of a package, on one thread."""
    folder = Path(folder)
    tokenizer = Tokenizer.from_file(str(folder / 'tokenizer.json'))
    tokenizer.enable_truncation(tokens)
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(folder / 'onnx' / 'model_quantized.onnx'), settings)

    def embedded(text):
        encoded = tokenizer.encode(text)
        inputs = {'input_ids': encoded.ids, 'attention_mask': encoded.attention_mask, 'token_type_ids': encoded.type_ids}
        return session.run(None, {name: np.array([values], np.int64) for name, values in inputs.items()})[0][0].mean(0)

    return lambda texts: np.stack([embedded(text) for text in texts])


def _best(count, total, scores_of):
    best = []
    for at in range(0, total, _CHUNK):
        scores = scores_of(slice(at, min(at + _CHUNK, total)))
        part = np.argpartition(-scores, count, axis=1)[:, :count]
        order = np.take_along_axis(scores, part, 1).argsort(1)[:, ::-1]
        best.append(np.take_along_axis(part, order, 1))
    return np.concatenate(best)
