package org.sitrep.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
final class Reading {

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
  record Result(int documents, int skipped, int rejected, int claims, int events, int places) {

    @Override
    public String toString() {
      return Tables.count(documents, "document") + " read"
          + (skipped > 0 ? " (" + skipped + " more " + (skipped == 1 ? "was" : "were") + " there already)" : "")
          + ", " + Tables.count(claims, "claim") + "; the store holds " + Tables.count(events, "event") + " and control of "
          + Tables.count(places, "place") + (rejected > 0 ? "; " + Tables.count(rejected, "input") + " left out: sitrep issues" : "");
    }
  }

  private static final int ISSUES_AT_ONCE = 100;

  private record Pending(Capture capture, Future<Coded> coded) {}

  private final Console console;
  private final Pipeline pipeline;
  private final Store store;
  private final Progress progress;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final List<Issue> issues = new ArrayList<>();
  private Optional<String> versionOf = Optional.empty();
  private int documents;
  private int skipped;
  private int claims;

  Reading(Console console, Pipeline pipeline, Store store) {
    this.console = console;
    this.pipeline = pipeline;
    this.store = store;
    this.progress = new Progress(console);
  }

  /** What is read is versions of this document, whatever it is called. */
  void asVersionsOf(String doc) {
    versionOf = Optional.of(doc);
  }

  Result read(Inputs inputs) {
    Thread cutShort = new Thread(this::sayCutShort);
    Runtime.getRuntime().addShutdownHook(cutShort);
    try {
      return readAll(inputs);
    } finally {
      try {
        Runtime.getRuntime().removeShutdownHook(cutShort);
      } catch (IllegalStateException e) {
        progress.clear(); // the process is ending: the hook has its say
      }
    }
  }

  private void sayCutShort() {
    progress.clear();
    console.warn(Tables.count(documents, "document") + " kept; the same command reads on from there");
  }

  private Result readAll(Inputs inputs) {
    store.beginRun(inputs.names());
    int processors = Runtime.getRuntime().availableProcessors();
    try (ExecutorService workers = Executors.newFixedThreadPool(processors)) {
      inputs.read(
          console,
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
    progress.clear();
    Result result = fuse(inputs.rejects());
    store.endRun(documents, skipped, inputs.rejects());
    return result;
  }

  private Result fuse(int rejected) {
    Joining.bring(console, pipeline, store);
    int places = pipeline.assessment().states(store.listControl(), store.listRulings(), Question.LATEST).size();
    return new Result(documents, skipped, rejected, claims, store.countEvents(), places);
  }

  private void save(Pending next, Inputs inputs) {
    Coded coded;
    try {
      coded = next.coded().get();
    } catch (ExecutionException e) {
      progress.clear();
      Issue issue = broken(next.capture(), e.getCause());
      inputs.reject(console, issue);
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
    progress.tell(documents, claims);
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
  private static Issue broken(Capture capture, @org.jspecify.annotations.Nullable Throwable cause) {
    return new Issue(
        Issue.Kind.MALFORMED,
        capture.origin(),
        0,
        "left out: an internal error while coding \"" + capture.doc() + "\": " + cause);
  }
}
