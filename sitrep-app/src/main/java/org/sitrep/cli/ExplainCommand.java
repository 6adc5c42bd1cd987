package org.sitrep.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Dropped;
import org.sitrep.claim.Notation;
import org.sitrep.desk.Workshop;
import org.sitrep.mention.AnnotatedSentence;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.page.Capture;
import org.sitrep.pipeline.Coded;
import org.sitrep.pipeline.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "explain",
    description =
        "Shows how a sentence is read: its tree, its claims with the rule behind each slot, and what was considered and left"
            + " out, with the reason.",
    footer = {
      "",
      "Examples:",
      "  sitrep explain \"The army said that it captured the village.\"",
      "  sitrep explain \"Shells hit the market on Friday.\" --published 2018-05-14"
    })
final class ExplainCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;

  @Parameters(paramLabel = "SENTENCE", description = "Text, in quotation marks.")
  private String text = "";

  @Option(names = "--published", paramLabel = "DAY", description = "The day to reckon \"on Friday\" from, as 2018-05-14.")
  private @Nullable LocalDate published;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ExplainCommand() {}

  @Override
  public Integer call() {
    if (text.isBlank()) {
      throw new UsageException("there is no sentence");
    }
    Console console = sitrep.console();
    Pipeline pipeline = Workshop.pipeline(sitrep.home());
    Coded coded = pipeline.claims(capture(text, Optional.ofNullable(published)));
    for (AnnotatedSentence sentence : coded.resolved().annotated().sentences()) {
      tree(sentence.tree()).forEach(console::line);
      console.line("");
    }
    for (Claim claim : coded.claims()) {
      console.line(Notation.of(claim));
      console.line("  \"" + Tables.oneLine(claim.evidence().quote()) + '"');
      console.line("  frame " + claim.provenance().frame());
      claim.provenance().rules().forEach(rule -> console.line("  " + rule));
    }
    if (coded.claims().isEmpty()) {
      console.line("no claim");
    }
    dropped(pipeline.dropped(coded), coded.page().article().text()).forEach(console::line);
    coded.issues().forEach(issue -> console.say(issue.message()));
    return Exit.OK;
  }

  static Capture capture(String text, Optional<LocalDate> published) {
    return new Capture(
        "sentence", "sentence", Optional.empty(), Optional.empty(), Optional.empty(), published,
        Optional.empty(), Capture.Format.TEXT, text, "sentence");
  }

  /** What was considered and left out: the words, what for, why. */
  private static List<String> dropped(List<Dropped> all, String text) {
    if (all.isEmpty()) {
      return List.of();
    }
    List<List<String>> rows = all.stream().map(d -> List.of("  " + Tables.oneLine(d.span().of(text)), d.considered(), d.why())).toList();
    List<String> lines = new ArrayList<>(List.of("", "considered and left out:"));
    lines.addAll(Tables.align(rows));
    return lines;
  }

  /** One line per token: what it is, and on what it depends. */
  private static List<String> tree(SyntaxTree tree) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      int head = tree.head(i);
      rows.add(
          List.of(
              Integer.toString(i + 1),
              tree.form(i),
              tree.lemma(i),
              tree.upos(i).name(),
              tree.relation(i),
              head == SyntaxTree.NO_HEAD ? "(root)" : "of " + tree.form(head) + " " + (head + 1)));
    }
    return Tables.align(rows);
  }
}
