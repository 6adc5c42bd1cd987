package org.sitrep.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Notation;
import org.sitrep.desk.Comparing;
import org.sitrep.exchange.Exchange;
import org.sitrep.page.Block;
import org.sitrep.revision.Revision;
import org.sitrep.revision.Revision.ClaimChange;
import org.sitrep.revision.Revision.SentenceChange;
import org.sitrep.revision.Revision.SlotChange;
import org.sitrep.revision.Revision.Sort;

/** What changed between versions, for a terminal. */
final class RevisionLines {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RevisionLines() {}

  /** One step in full. */
  static List<String> of(Comparing.Step step, boolean all) {
    Revision revision = step.revision();
    List<String> lines = new ArrayList<>();
    lines.add(
        step.doc() + ", version " + step.from().number() + " (" + time(step.from().seen()) + ") -> "
            + step.to().number() + " (" + time(step.to().seen()) + "): " + summary(revision));
    revision.notice().ifPresent(n -> lines.add("  notice: \"" + Tables.cut(n, 160) + '"'));
    if (revision.modified()) {
      lines.add("  stated as modified: " + stated(revision.older().modified()) + " -> " + stated(revision.newer().modified()));
    }
    revision.claims().forEach(c -> claim(lines, c));
    Block.Kind kind = null;
    for (SentenceChange sentence : revision.sentences()) {
      if (all || !sentence.trivial()) {
        if (kind != sentence.kind()) {
          kind = sentence.kind();
          lines.add("  " + Exchange.name(kind) + ":");
        }
        sentence(lines, sentence);
      }
    }
    return lines;
  }

  /** "UNANNOUNCED edit: 1 claim changed, 2 gained". */
  static String summary(Revision revision) {
    String status = status(revision);
    List<String> counts = new ArrayList<>();
    count(counts, revision, Sort.CHANGED, "changed");
    count(counts, revision, Sort.LOST, "lost");
    count(counts, revision, Sort.GAINED, "gained");
    return status + (counts.isEmpty() ? "" : ": claims " + String.join(", ", counts));
  }

  static String status(Revision revision) {
    if (!revision.changed().isEmpty()) {
      return revision.isUnannounced() ? "UNANNOUNCED edit" : "announced edit";
    }
    return revision.isTrivial() ? "trivial edit" : revision.claims().isEmpty() ? "no claim changed" : "no claim says otherwise";
  }

  /** The changed slots of all changed claims, each once. */
  static List<String> slots(Revision revision) {
    return revision.changed().stream().flatMap(c -> c.slots().stream()).map(SlotChange::toString).distinct().toList();
  }

  private static void count(List<String> counts, Revision revision, Sort sort, String word) {
    int n = revision.of(sort).size();
    if (n > 0) {
      counts.add(n + " " + word);
    }
  }

  private static void claim(List<String> lines, ClaimChange change) {
    String head = "  " + Exchange.name(change.sort());
    change.slots().forEach(s -> lines.add(head + "  " + s));
    if (change.slots().isEmpty()) {
      Claim claim = change.after().or(change::before).orElseThrow();
      lines.add(head + "  " + Notation.of(claim));
      evidence(lines, claim);
      return;
    }
    for (Optional<Claim> claim : List.of(change.before(), change.after())) {
      claim.ifPresent(c -> lines.add("      " + Notation.of(c)));
      claim.ifPresent(c -> evidence(lines, c));
    }
  }

  private static void evidence(List<String> lines, Claim claim) {
    lines.add("          \"" + Tables.oneLine(claim.evidence().quote()) + '"');
  }

  private static void sentence(List<String> lines, SentenceChange change) {
    String mark = (change.trivial() ? " (trivial)" : "") + (change.sort() == Sort.MOVED ? " (moved)" : "");
    if (change.sort() == Sort.MOVED && change.before().equals(change.after())) {
      lines.add("    ~ " + change.after() + mark);
      return;
    }
    if (!change.before().isEmpty()) {
      lines.add("    - " + change.before() + mark);
    }
    if (!change.after().isEmpty()) {
      lines.add("    + " + change.after() + mark);
    }
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  private static String stated(Optional<Instant> instant) {
    return instant.map(RevisionLines::time).orElse("(nothing)");
  }
}
