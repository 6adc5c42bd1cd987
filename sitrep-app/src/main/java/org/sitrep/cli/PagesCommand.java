package org.sitrep.cli;

import java.util.concurrent.Callable;
import org.sitrep.exchange.Exchange;
import org.sitrep.page.Block;
import org.sitrep.page.Page;
import org.sitrep.segmentation.Segmenter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "pages",
    description = {
      "Shows how pages are taken apart; nothing is stored.",
      "Takes what sitrep read takes: pages, feeds and archives, packed or not."
    },
    footer = {
      "",
      "Examples:",
      "  sitrep pages page.txt",
      "  sitrep pages pages/ --json > pages.jsonl",
      "  sitrep pages crawl.warc.gz --json"
    })
final class PagesCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private Inputs inputs;
  @Mixin private JsonOption json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  PagesCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    Segmenter segmenter = new Segmenter(Workshop.knowledge(sitrep.home()));
    inputs.read(
        console,
        capture -> {
          Page page = segmenter.apply(capture);
          page.issues().forEach(issue -> inputs.reject(console, issue));
          if (json.isSet()) {
            console.line(PageJson.of(page));
          } else {
            print(console, page);
          }
        },
        issue -> {});
    return inputs.exit();
  }

  private static void print(Console console, Page page) {
    console.line("== " + page.capture().doc() + ": " + page.headline().orElse("no headline"));
    for (Block block : page.blocks()) {
      String lines = block.firstLine() == 0 ? "" : block.firstLine() + "-" + block.lastLine() + " ";
      console.line(
          "  " + lines + Exchange.name(block.kind()) + ": "
              + Tables.cut(block.span().of(page.text()), 100));
    }
  }
}
