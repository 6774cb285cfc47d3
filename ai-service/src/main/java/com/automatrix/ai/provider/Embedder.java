package com.automatrix.ai.provider;

/** Turns a text into a vector of length 1, so that the dot product of two is their similarity. */
interface Embedder {

    float[] embed(String text);
}
