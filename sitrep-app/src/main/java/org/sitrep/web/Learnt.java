package org.sitrep.web;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What takes the whole store to learn: learnt when first wanted, once per version. Thread-safe. */
final class Learnt<T> {

  private final LongSupplier version;
  private final Supplier<T> teacher;
  private long of = -1;
  private @Nullable CompletableFuture<T> lesson;

  Learnt(Version version, Supplier<T> teacher) {
    this(version::number, teacher);
  }

  /** Once for each number that {@code version} gives. */
  Learnt(LongSupplier version, Supplier<T> teacher) {
    this.version = version;
    this.teacher = teacher;
  }

  /** Waits for it. */
  T get() {
    try {
      return lesson().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : e;
    }
  }

  /** What is there now; where nothing is, learning begins in the background. A failure is thrown. */
  Optional<T> now() {
    CompletableFuture<T> running = lesson();
    if (!running.isDone()) {
      return Optional.empty();
    }
    try {
      return Optional.of(running.get());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private synchronized CompletableFuture<T> lesson() {
    long now = version.getAsLong();
    CompletableFuture<T> running = lesson;
    if (running == null || of != now || running.isCompletedExceptionally()) {
      running = CompletableFuture.supplyAsync(teacher, task -> Thread.ofPlatform().daemon().name("sitrep-learns").start(task));
      lesson = running;
      of = now;
    }
    return running;
  }
}
