package org.sitrep.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sitrep.desk.Comparing;
import org.sitrep.desk.RevisionJson;
import org.sitrep.desk.Workshop;
import org.sitrep.exchange.Exchange;
import org.sitrep.revision.Revision;
import org.sitrep.revision.Revision.Sort;
import org.sitrep.revision.Revisions;
import org.sitrep.store.Store;
import org.sitrep.store.StoredDocument;
import org.sitrep.store.StoredDocument.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "diff",
    description = {
      "Shows what changed between the versions of a document: claims gained, lost, and changed slot by slot.",
      "Without DOC, lists the documents of which there are several versions, unannounced edits first.",
      "An edit is unannounced when a slot of a claim changed and the page does not say so: no new notice of",
      "correction or update, no other time of its last change."
    },
    footer = {
      "",
      "Examples:",
      "  sitrep diff                        which documents were edited",
      "  sitrep diff statement-0909         each version against the one before",
      "  sitrep diff statement-0909 --from 1 --to 3 --json"
    })
final class DiffCommand implements Callable<Integer> {

  /** All edits of one document. */
  private record Edited(StoredDocument.Head head, int versions, List<Comparing.Step> steps) {

    int count(Sort sort) {
      return steps.stream().mapToInt(s -> s.revision().of(sort).size()).sum();
    }

    boolean isUnannounced() {
      return steps.stream().anyMatch(s -> s.revision().isUnannounced());
    }

    boolean isTrivial() {
      return steps.stream().allMatch(s -> s.revision().isTrivial());
    }

    String status() {
      return isUnannounced()
          ? "UNANNOUNCED"
          : count(Sort.CHANGED) > 0 ? "announced" : isTrivial() ? "trivial" : "no claim says otherwise";
    }
  }

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private JsonOption json;

  @Parameters(arity = "0..1", paramLabel = "DOC", description = "Id or address of a document, or a snapshot's digest.")
  private @Nullable String doc;

  @Option(names = "--from", paramLabel = "N", description = "The earlier version, from 1 (default: the one before).")
  private @Nullable Integer from;

  @Option(names = "--to", paramLabel = "M", description = "The later version (default: the latest).")
  private @Nullable Integer to;

  @Option(
      names = "--all",
      description = "Trivial edits, too: spacing, punctuation, typing errors, \"2 hours ago\", page furniture.")
  private boolean all;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  DiffCommand() {}

  @Override
  public Integer call() {
    if (doc == null && (from != null || to != null)) {
      throw new UsageException("--from and --to number the versions of one document; name it");
    }
    try (Store open = store.openExisting(sitrep.console())) {
      Comparing comparing = new Comparing(open, new Revisions(Workshop.knowledge(sitrep.home())));
      return doc == null ? list(open, comparing) : one(open, comparing, doc);
    }
  }

  private int one(Store open, Comparing comparing, String wanted) {
    Console console = sitrep.console();
    List<Version> versions = open.listVersions(wanted);
    if (versions.isEmpty()) {
      console.warn("no document \"" + wanted + "\"; `sitrep diff` lists those with several versions");
      return Exit.NO_INPUT;
    }
    if (versions.size() == 1) {
      checkNumbers(1);
      console.say(wanted + ": one version only, seen " + RevisionLines.time(versions.getFirst().seen()));
      return Exit.OK;
    }
    int hidden = 0;
    for (Comparing.Step step : steps(comparing, wanted, versions)) {
      if (step.revision().isTrivial() && !all && from == null && to == null) {
        hidden++;
      } else if (json.isSet()) {
        RevisionJson.of(step, all).forEach(console::line);
      } else {
        RevisionLines.of(step, all).forEach(console::line);
      }
    }
    if (hidden > 0) {
      console.say(Tables.count(hidden, "trivial edit") + " not shown; --all shows them");
    }
    return Exit.OK;
  }

  private List<Comparing.Step> steps(Comparing comparing, String wanted, List<Version> versions) {
    checkNumbers(versions.size());
    if (from == null && to == null) {
      return comparing.steps(wanted, versions);
    }
    int later = to == null ? versions.size() : to;
    int earlier = from == null ? later - 1 : from;
    if (earlier < 1 || earlier >= later) {
      throw new UsageException("--from " + earlier + " must be before --to " + later);
    }
    return List.of(comparing.step(wanted, versions.get(earlier - 1), versions.get(later - 1)));
  }

  private void checkNumbers(int versions) {
    for (Integer number : new Integer[] {from, to}) {
      if (number != null && (number < 1 || number > versions)) {
        throw new UsageException("no version " + number + "; there " + (versions == 1 ? "is 1" : "are 1 to " + versions));
      }
    }
  }

  private int list(Store open, Comparing comparing) {
    Console console = sitrep.console();
    List<Edited> found = new ArrayList<>();
    for (String digest : open.listSeveral()) {
      StoredDocument.Head head = open.findDocument(digest).orElseThrow().head();
      List<Version> versions = open.listVersions(digest);
      found.add(new Edited(head, versions.size(), comparing.steps(head.doc(), versions)));
    }
    List<Edited> shown = found.stream().filter(e -> all || !e.isTrivial()).sorted(ORDER).toList();
    if (json.isSet()) {
      shown.forEach(e -> console.line(object(e)));
    } else {
      Tables.align(shown.stream().map(DiffCommand::row).toList()).forEach(console::line);
    }
    if (found.isEmpty()) {
      console.say("no document has several versions");
    } else if (shown.size() < found.size()) {
      console.say(Tables.count(found.size() - shown.size(), "document") + " with trivial edits not shown; --all shows them");
    }
    return Exit.OK;
  }

  private static final Comparator<Edited> ORDER =
      Comparator.comparing((Edited e) -> !e.isUnannounced())
          .thenComparingInt(e -> -e.count(Sort.CHANGED))
          .thenComparing(e -> e.head().doc());

  private static List<String> row(Edited edited) {
    return List.of(
        edited.head().doc(),
        Tables.count(edited.versions(), "version"),
        edited.status(),
        edited.count(Sort.CHANGED) + " changed, " + edited.count(Sort.LOST) + " lost, " + edited.count(Sort.GAINED) + " gained",
        Tables.cut(
            edited.steps().stream()
                .map(Comparing.Step::revision)
                .map((Revision r) -> String.join("; ", RevisionLines.slots(r)))
                .filter(s -> !s.isEmpty())
                .reduce((a, b) -> a + "; " + b)
                .orElse(edited.head().headline().orElse("")),
            100));
  }

  private static Object object(Edited edited) {
    return Exchange.object()
        .put("record", "document")
        .put("doc", edited.head().doc())
        .put("digest", edited.head().digest())
        .put("versions", edited.versions())
        .put("unannounced", edited.isUnannounced())
        .put("trivial", edited.isTrivial())
        .put("changed", edited.count(Sort.CHANGED))
        .put("lost", edited.count(Sort.LOST))
        .put("gained", edited.count(Sort.GAINED));
  }
}
