package org.sitrep.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sitrep.desk.Reading;
import org.sitrep.flow.Issue;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.page.Capture;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.store.Store;

/** Reads what a command names into a store, and tells the person at the keyboard how far it is. */
final class Reads {

  private static final int SHOWN = 10;

  private final Console console;
  private final Progress progress;
  private volatile int kept;

  private Reads(Console console) {
    this.console = console;
    this.progress = new Progress(console);
  }

  /** Reads {@code inputs}; as versions of one document, where one is named. */
  static Reading.Result run(
      Console console, Pipeline pipeline, Store store, Inputs inputs, Optional<String> versionOf) {
    return new Reads(console).run(pipeline, store, inputs, versionOf);
  }

  /** "3 documents read, 12 claims; the store holds 9 events and control of 2 places". */
  static String line(Reading.Result r) {
    return Tables.count(r.documents(), "document") + " read"
        + (r.skipped() > 0 ? " (" + r.skipped() + " more " + (r.skipped() == 1 ? "was" : "were") + " there already)" : "")
        + ", " + Tables.count(r.claims(), "claim") + "; the store holds " + Tables.count(r.events(), "event")
        + " and control of " + Tables.count(r.places(), "place")
        + (r.rejected() > 0 ? "; " + Tables.count(r.rejected(), "input") + " left out: sitrep issues" : "");
  }

  private Reading.Result run(Pipeline pipeline, Store store, Inputs inputs, Optional<String> versionOf) {
    Thread cutShort = new Thread(this::sayCutShort);
    Runtime.getRuntime().addShutdownHook(cutShort);
    try {
      Reading reading = new Reading(pipeline, store, new Told());
      versionOf.ifPresent(reading::asVersionsOf);
      return reading.read(new Named(inputs));
    } finally {
      progress.clear();
      try {
        Runtime.getRuntime().removeShutdownHook(cutShort);
      } catch (IllegalStateException e) {
        progress.clear(); // the process is ending: the hook has its say
      }
    }
  }

  private void sayCutShort() {
    progress.clear();
    console.warn(Tables.count(kept, "document") + " kept; the same command reads on from there");
  }

  private final class Told implements Reading.Listener {

    @Override
    public void saved(int documents, int claims) {
      kept = documents;
      progress.tell(documents, claims);
    }

    @Override
    public void joining() {
      progress.clear();
    }

    @Override
    public void said(String line) {
      console.say(line);
    }
  }

  private final class Named implements Reading.Input {

    private final Inputs inputs;

    Named(Inputs inputs) {
      this.inputs = inputs;
    }

    @Override
    public List<String> names() {
      return inputs.names();
    }

    @Override
    public void read(Consumer<Capture> each, Consumer<Issue> issues) {
      inputs.read(console, each, issues);
    }

    @Override
    public void reject(Issue issue) {
      progress.clear();
      inputs.reject(console, issue);
    }

    @Override
    public int rejects() {
      return inputs.rejects();
    }
  }

  /** Names affiliations that contradict each other: what follows from them is not to be relied on. */
  static void warn(Console console, Knowledge knowledge) {
    List<Issue> slips = knowledge.checkAffiliations();
    slips.stream().limit(SHOWN).forEach(i -> console.warn(i.where() + ":" + i.position() + ": " + i.message()));
    if (slips.size() > SHOWN) {
      console.warn((slips.size() - SHOWN) + " more affiliations contradict each other; sitrep verify lists all");
    }
  }
}
