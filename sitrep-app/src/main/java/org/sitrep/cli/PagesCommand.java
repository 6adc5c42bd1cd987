package org.sitrep.cli;

import java.util.concurrent.Callable;
import org.sitrep.desk.Workshop;
import org.sitrep.exchange.Exchange;
import org.sitrep.page.Block;
import org.sitrep.page.Page;
import org.sitrep.segmentation.Segmenter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
      "  sitrep pages page.txt --order most-voted",
      "  sitrep pages pages/ --json > pages.jsonl",
      "  sitrep pages crawl.warc.gz --json"
    })
final class PagesCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private Inputs inputs;
  @Mixin private JsonOption json;

  @Option(
      names = "--order",
      description = "Order of readers' comments: thread, newest, most-voted (default: thread).",
      defaultValue = "thread",
      paramLabel = "ORDER",
      converter = OrderConverter.class)
  private Segmenter.Order order;

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
            ThreadView.of(page, segmenter.order(page, order), order == Segmenter.Order.THREAD).forEach(console::line);
          }
        },
        issue -> {});
    return inputs.exit();
  }

  private static void print(Console console, Page page) {
    console.line("== " + page.capture().doc() + ": " + page.headline().orElse("no headline"));
    for (Block block : page.blocks()) {
      if (block.kind() == Block.Kind.COMMENT) {
        continue;
      }
      String lines = block.firstLine() == 0 ? "" : block.firstLine() + "-" + block.lastLine() + " ";
      console.line(
          "  " + lines + Exchange.name(block.kind()) + ": "
              + Tables.cut(block.span().of(page.text()), 100));
    }
  }

  /** Reads "most-voted". */
  static final class OrderConverter implements CommandLine.ITypeConverter<Segmenter.Order> {

    @Override
    public Segmenter.Order convert(String name) {
      for (Segmenter.Order order : Segmenter.Order.values()) {
        if (Exchange.name(order).replace('_', '-').equals(name)) {
          return order;
        }
      }
      throw new CommandLine.TypeConversionException("\"" + name + "\" is none of thread, newest, most-voted");
    }
  }
}
