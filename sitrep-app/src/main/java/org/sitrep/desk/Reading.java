package org.sitrep.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sitrep.assessment.Assessment.Question;
import org.sitrep.flow.Issue;
import org.sitrep.page.Capture;
import org.sitrep.pipeline.Coded;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.store.Store;

/**
 * Reads inputs into a store: codes documents on all processors, saves them in the order in which they came,
 * then makes the events anew. What is saved stays saved, however this ends.
 */
public final class Reading {

  /**
   * What came of it.
   *
   * @param documents saved
   * @param skipped there already
   * @param rejected inputs left out
   * @param claims coded from what was saved
   * @param events of the whole store
   * @param places whose control the whole store speaks of
   */
  public record Result(int documents, int skipped, int rejected, int claims, int events, int places) {}

  /** Where documents come from. */
  public interface Input {

    /** What was asked for, for the record. */
    List<String> names();

    /** Hands over every document, and every trouble. */
    void read(Consumer<Capture> each, Consumer<Issue> issues);

    /** Takes note of a document that was left out after it had been handed over. */
    void reject(Issue issue);

    /** How many inputs were left out so far. */
    int rejects();
  }

  /** Who is told how far it is; asked for on the thread that reads. */
  public interface Listener {

    /** So many documents are saved, with so many claims. */
    void saved(int documents, int claims);

    /** All documents are saved; events are made. */
    void joining();

    /** A line for the person. */
    default void said(String line) {}
  }

  private static final int ISSUES_AT_ONCE = 100;

  private record Pending(Capture capture, Future<Coded> coded) {}

  private final Pipeline pipeline;
  private final Store store;
  private final Listener listener;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final List<Issue> issues = new ArrayList<>();
  private Optional<String> versionOf = Optional.empty();
  private int documents;
  private int skipped;
  private int claims;

  /** One use. */
  public Reading(Pipeline pipeline, Store store, Listener listener) {
    this.pipeline = pipeline;
    this.store = store;
    this.listener = listener;
  }

  /** What is read is versions of this document, whatever it is called. */
  public void asVersionsOf(String doc) {
    versionOf = Optional.of(doc);
  }

  /** Reads all of it, and makes the events anew. */
  public Result read(Input inputs) {
    store.beginRun(inputs.names());
    int processors = Runtime.getRuntime().availableProcessors();
    try (ExecutorService workers = Executors.newFixedThreadPool(processors)) {
      inputs.read(
          capture -> {
            if (store.contains(capture.digest())) {
              capture.fetched().ifPresent(seen -> store.sighted(capture.digest(), seen));
              skipped++;
              return;
            }
            if (pending.size() >= 2 * processors) {
              save(pending.removeFirst(), inputs);
            }
            pending.addLast(new Pending(capture, workers.submit(() -> pipeline.claims(capture))));
          },
          this::keep);
      while (!pending.isEmpty()) {
        save(pending.removeFirst(), inputs);
      }
    }
    keepAll();
    listener.joining();
    Result result = fuse(inputs.rejects());
    store.endRun(documents, skipped, inputs.rejects());
    return result;
  }

  private Result fuse(int rejected) {
    Joining.bring(pipeline, store, listener::said);
    int places = pipeline.assessment().states(store.listControl(), store.listRulings(), Question.LATEST).size();
    return new Result(documents, skipped, rejected, claims, store.countEvents(), places);
  }

  private void save(Pending next, Input inputs) {
    Coded coded;
    try {
      coded = next.coded().get();
    } catch (ExecutionException e) {
      Issue issue = broken(next.capture(), e.getCause());
      inputs.reject(issue);
      keep(issue);
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    }
    keepAll();
    if (store.save(coded.page(), coded.claims(), coded.issues(), versionOf)) {
      documents++;
      claims += coded.claims().size();
    } else {
      skipped++;
    }
    listener.saved(documents, claims);
  }

  /** Issues go to the store together: there may be many. */
  private void keep(Issue issue) {
    issues.add(issue);
    if (issues.size() >= ISSUES_AT_ONCE) {
      keepAll();
    }
  }

  private void keepAll() {
    if (!issues.isEmpty()) {
      store.addIssues(List.copyOf(issues));
      issues.clear();
    }
  }

  /** A fault of the program must not cost the other documents. */
  private static Issue broken(Capture capture, @Nullable Throwable cause) {
    return new Issue(
        Issue.Kind.MALFORMED,
        capture.origin(),
        0,
        "left out: an internal error while coding \"" + capture.doc() + "\": " + cause);
  }
}
