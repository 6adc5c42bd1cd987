package org.sitrep.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sitrep.desk.Workshop;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.page.Watched;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.revision.Revisions;
import org.sitrep.store.Store;
import org.sitrep.store.StoreException;
import org.sitrep.watching.Journal;
import org.sitrep.watching.Pause;
import org.sitrep.watching.Settings;
import org.sitrep.watching.Watch;

/** Rounds of watching over a store, which is open during a round only. */
final class Watching {

  private static final Duration LOCKED_RETRY = Duration.ofSeconds(10);
  private static final int LOCKED_TRIES = 60;
  private static final long CLOSING_SECONDS = 20;

  private final Console console;
  private final Path file;
  private final Settings settings;
  private final boolean json;
  private final Clock clock;
  private final Pause pause;
  private final Pipeline pipeline;
  private final Revisions revisions;
  private @Nullable Instant told;

  Watching(Console console, Path home, Path file, Settings settings, boolean json) {
    this(console, Workshop.knowledge(home), file, settings, json, Clock.systemUTC(), Watching::sleepUntil);
  }

  private Watching(
      Console console, Knowledge knowledge, Path file, Settings settings, boolean json, Clock clock, Pause pause) {
    this(console, Pipeline.of(knowledge, English.load()), new Revisions(knowledge), file, settings, json, clock, pause);
  }

  /** With a clock and a way of waiting of the caller's. */
  Watching(
      Console console, Pipeline pipeline, Revisions revisions, Path file, Settings settings, boolean json, Clock clock, Pause pause) {
    this.console = console;
    this.file = file;
    this.settings = settings;
    this.json = json;
    this.clock = clock;
    this.pause = pause;
    this.pipeline = pipeline;
    this.revisions = revisions;
  }

  private static void sleepUntil(Instant time) throws InterruptedException {
    Duration left = Duration.between(Instant.now(), time);
    if (left.isPositive()) {
      Thread.sleep(left);
    }
  }

  /** One round; gives how many addresses could not be fetched or read. */
  int once(Map<String, Optional<String>> feeds) {
    return rounds(feeds, false);
  }

  /** Round after round until Ctrl-C. */
  int untilInterrupted(Map<String, Optional<String>> feeds) {
    return rounds(feeds, true);
  }

  /** A shutdown interrupts this thread, and waits until the store is closed. */
  private int rounds(Map<String, Optional<String>> feeds, boolean forever) {
    Thread here = Thread.currentThread();
    CountDownLatch closed = new CountDownLatch(1);
    Thread hook = new Thread(() -> endOrderly(here, closed));
    Runtime.getRuntime().addShutdownHook(hook);
    try (Watch watch = new Watch(feeds, settings, clock, pause)) {
      while (true) {
        Round done = round(watch, !forever);
        if (!forever) {
          return done.rejects();
        }
        tellWhenNext(done.next());
        pause.until(done.next());
      }
    } catch (InterruptedException e) {
      return 0; // Ctrl-C: what was saved is kept
    } finally {
      closed.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        console.say("stopped; the same command goes on from there");
      }
    }
  }

  private static void endOrderly(Thread watching, CountDownLatch closed) {
    watching.interrupt();
    try {
      if (!closed.await(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        return; // the store survives being killed, too
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What came of a round: when the next one is due, and how much could not be fetched or read. */
  record Round(Instant next, int rejects) {}

  /** One round: opens the store, does what is due, brings events up to date, closes. */
  Round round(Watch watch, boolean feedsNow) throws InterruptedException {
    try (Store store = open()) {
      WatchDesk desk = new WatchDesk(console, pipeline, revisions, store, json);
      Instant next = watch.round(journal(store), desk, feedsNow);
      desk.close();
      return new Round(next, desk.rejects());
    }
  }

  private Store open() throws InterruptedException {
    for (int i = 0; ; i++) {
      try {
        return Store.open(file);
      } catch (StoreException e) {
        if (e.reason() != StoreException.Reason.LOCKED || i >= LOCKED_TRIES) {
          throw e;
        }
        if (i == 0) {
          console.warn(e.getMessage() + " (tried again for ten minutes)");
        }
        pause.until(clock.instant().plus(LOCKED_RETRY));
      }
    }
  }

  private static Journal journal(Store store) {
    return new Journal() {
      @Override
      public List<Watched> list() {
        return store.listWatched();
      }

      @Override
      public void save(Watched watched) {
        store.saveWatched(watched);
      }
    };
  }

  private void tellWhenNext(Instant next) {
    if (console.terminal() || told == null) {
      told = next;
      console.say("next visit at " + next.truncatedTo(ChronoUnit.SECONDS) + "; Ctrl-C ends");
    }
  }
}
