package com.automatrix.ai.provider;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * The quantized BGE small model (English, 384 dimensions) on ONNX Runtime; loaded when it is first needed. It runs on
 * threads of its own, one for each core: native code wants a deep stack and would hold a virtual thread's carrier.
 */
final class BgeEmbedder implements Embedder, AutoCloseable {

    private static final long STACK_BYTES = 16L << 20;

    private final Supplier<EmbeddingModel> model = SingletonSupplier.of(BgeSmallEnV15QuantizedEmbeddingModel::new);
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
                Thread thread = new Thread(null, task, "embedding", STACK_BYTES);
                thread.setDaemon(true);
                return thread;
            });

    @Override
    public float[] embed(String text) {
        return CompletableFuture.supplyAsync(
                        () -> model.get().embed(text).content().vector(), threads)
                .join();
    }

    @Override
    public void close() {
        threads.close();
    }
}
