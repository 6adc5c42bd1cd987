package org.sitrep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.sitrep.claim.Reported;
import org.sitrep.desk.Workshop;
import org.sitrep.exchange.Exchange;
import org.sitrep.page.Article;
import org.sitrep.pipeline.Heard;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.text.CodePoints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "attributions",
    description = {
      "Shows everything that a text hands to somebody: who, by what word, what; nothing is stored.",
      "A statement is something the source says is so; an attitude is what it wants, judges or shows.",
      "Claims rest on statements alone."
    },
    footer = {
      "",
      "With --json each is one object: doc, source, cue and content as [start, end] in Unicode code points of the",
      "document's text as given, and kind.",
      "",
      "Examples:",
      "  sitrep attributions page.txt",
      "  sitrep attributions captures.jsonl --json > attributions.jsonl",
      "  echo 'Five died, the ministry said.' | sitrep attributions -"
    })
final class AttributionsCommand implements Callable<Integer> {

  private static final int SOURCE = 40;
  private static final int CONTENT = 90;

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private Inputs inputs;
  @Mixin private JsonOption json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  AttributionsCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    Pipeline pipeline = Workshop.pipeline(sitrep.home());
    inputs.read(console, capture -> print(console, pipeline.reported(capture)), issue -> {});
    return inputs.exit();
  }

  private void print(Console console, Heard heard) {
    Article article = heard.page().article();
    if (json.isSet()) {
      Exchange.reported(article, heard.reported()).forEach(console::line);
      return;
    }
    CodePoints points = CodePoints.of(article.aligned().original());
    List<List<String>> rows = new ArrayList<>();
    for (Reported r : heard.reported()) {
      int start = points.of(article.aligned().toOriginal(r.content())).start();
      rows.add(
          List.of(
              article.doc() + ":" + start,
              Tables.cut(r.source().of(article.text()), SOURCE),
              Tables.cut(r.cue().of(article.text()), SOURCE),
              Exchange.name(r.kind()),
              Tables.cut(r.content().of(article.text()), CONTENT)));
    }
    Tables.align(rows).forEach(console::line);
  }
}
