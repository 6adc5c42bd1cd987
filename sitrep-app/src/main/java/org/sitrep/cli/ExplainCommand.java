package org.sitrep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Notation;
import org.sitrep.mention.AnnotatedSentence;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.page.Capture;
import org.sitrep.pipeline.Coded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "explain",
    description = "Shows how a sentence is read: its tree, its claims, and the rule behind each slot.",
    footer = {"", "Example:", "  sitrep explain \"The army said that it captured the village.\""})
final class ExplainCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;

  @Parameters(paramLabel = "SENTENCE", description = "Text, in quotation marks.")
  private String text = "";

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ExplainCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    Coded coded = Workshop.pipeline(sitrep.home()).claims(capture(text));
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
      console.say("no claim");
    }
    coded.issues().forEach(issue -> console.say(issue.message()));
    return Exit.OK;
  }

  static Capture capture(String text) {
    return new Capture(
        "sentence", "sentence", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Capture.Format.TEXT, text, "sentence");
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
