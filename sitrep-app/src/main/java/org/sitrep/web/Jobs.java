package org.sitrep.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.sitrep.exchange.Exchange;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Work that takes longer than an answer: one at a time, the others wait in line. Thread-safe. */
final class Jobs implements AutoCloseable {

  /** So many may wait. */
  private static final int MOST_WAITING = 20;

  private static final int SECONDS_TO_END = 10;

  /** So many documents of a job are told. */
  private static final int MOST_DOCS = 20;

  /** So many of the past are remembered. */
  private static final int MOST_KEPT = 200;

  /** How far a job is. */
  enum State {
    WAITING,
    READING,
    JOINING,
    DONE,
    FAILED
  }

  /** What is known of a job. Its fields change under its own lock. */
  static final class Job {

    private final String id;
    private final String what;
    private final Instant asked = Instant.now();
    private final Consumer<Job> told;
    private State state = State.WAITING;
    private int documents;
    private int claims;
    private String said = "waits for another to end";
    private final List<String> leftOut = new ArrayList<>();
    private final Set<String> docs = new LinkedHashSet<>();

    private Job(String id, String what, Consumer<Job> told) {
      this.id = id;
      this.what = what;
      this.told = told;
    }

    String id() {
      return id;
    }

    synchronized boolean isOver() {
      return state == State.DONE || state == State.FAILED;
    }

    /** Takes note of how far it is. */
    void tell(State now, String words) {
      synchronized (this) {
        state = now;
        said = words;
      }
      told.accept(this);
    }

    /** Takes note of what is saved. */
    void saved(int docs, int made) {
      synchronized (this) {
        state = State.READING;
        documents = docs;
        claims = made;
        said = docs + " read, " + made + " claims so far";
      }
      told.accept(this);
    }

    /** Takes note of a document that is read, or was there already. */
    synchronized void found(String doc) {
      docs.add(doc);
    }

    /** Takes note of what was left out, and why. */
    synchronized void leaveOut(String why) {
      leftOut.add(why);
    }

    synchronized ObjectNode toJson() {
      ObjectNode out = Exchange.object().put("job", id).put("what", what).put("state", state.name().toLowerCase(Locale.ROOT));
      out.put("said", said).put("documents", documents).put("claims", claims).put("asked", asked.toString());
      ArrayNode left = out.putArray("left_out");
      leftOut.forEach(left::add);
      ArrayNode some = out.putArray("docs");
      docs.stream().limit(MOST_DOCS).forEach(some::add);
      out.put("docs_more", Math.max(0, docs.size() - MOST_DOCS));
      return out;
    }
  }

  /** What a job does. It may throw: then the job has failed. */
  interface Work {
    void run(Job job);
  }

  private final ExecutorService line = Executors.newSingleThreadExecutor(task -> Thread.ofPlatform().daemon().name("sitrep-reads").unstarted(task));
  private final Map<String, Job> jobs =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Job> eldest) {
          return size() > MOST_KEPT;
        }
      };
  private final List<Consumer<Job>> listeners = new CopyOnWriteArrayList<>();
  private long count;

  void listen(Consumer<Job> listener) {
    listeners.add(listener);
  }

  void forget(Consumer<Job> listener) {
    listeners.remove(listener);
  }

  /** Puts work in line; empty where too much waits already. */
  synchronized Optional<Job> add(String what, Work work) {
    if (jobs.values().stream().filter(j -> !j.isOver()).count() > MOST_WAITING) {
      return Optional.empty();
    }
    Job job = new Job("j" + ++count, what, j -> listeners.forEach(l -> l.accept(j)));
    jobs.put(job.id(), job);
    line.execute(() -> run(job, work));
    return Optional.of(job);
  }

  private static void run(Job job, Work work) {
    try {
      work.run(job);
    } catch (RuntimeException | Error e) {
      System.getLogger(Jobs.class.getName()).log(System.Logger.Level.ERROR, "while reading", e);
      job.tell(State.FAILED, "it broke off: " + e.getMessage() + "; what was saved stays, and the next start of the server goes on from there");
    }
  }

  /** Whether one runs or waits. */
  synchronized boolean isBusy() {
    return jobs.values().stream().anyMatch(j -> !j.isOver());
  }

  synchronized Optional<Job> find(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  /** All that are remembered, the latest first. */
  synchronized List<Job> list() {
    return new ArrayList<>(jobs.values()).reversed();
  }

  @Override
  public void close() {
    line.shutdownNow();
    try {
      if (!line.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
        System.getLogger(Jobs.class.getName()).log(System.Logger.Level.WARNING, "a read did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
