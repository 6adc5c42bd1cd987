package org.sitrep.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.claim.Attribution;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Evidence;
import org.sitrep.claim.Provenance;
import org.sitrep.entity.EventType;
import org.sitrep.page.Article;
import org.sitrep.page.Block;
import org.sitrep.page.Capture;
import org.sitrep.page.Imprint;
import org.sitrep.page.Page;
import org.sitrep.store.Store;
import org.sitrep.text.AlignedText;
import org.sitrep.text.Span;
import org.sitrep.time.TimeWindow;

/** A document of any length with any number of claims, made directly: what the page shows of it is tested, not what is read. */
final class LongDocument {

  private static final EventType TYPE = new EventType("clash", "clash", "fight", "Battles", "Armed clash", "ASSAULT", "190");
  private static final String FILLER = " The road there has been closed for weeks, as those who live beside it told whoever asked them about it.";

  private final String doc;
  private final StringBuilder text = new StringBuilder();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  private LongDocument(String doc) {
    this.doc = doc;
  }

  /** Keeps a document of so many paragraphs with so many claims each; claims are called DOC-1 and so on. */
  static void save(Store store, String doc, int paragraphs, int each) {
    LongDocument made = new LongDocument(doc);
    for (int i = 0; i < paragraphs; i++) {
      int start = made.text.length();
      for (int j = 0; j < each; j++) {
        made.add();
      }
      made.blocks.add(new Block(Block.Kind.BODY, new Span(start, made.text.length()), i + 1, i + 1));
      made.text.append('\n');
    }
    made.save(store);
  }

  private void add() {
    int number = claims.size() + 1;
    text.append(blocks.isEmpty() && number == 1 || text.charAt(text.length() - 1) == '\n' ? "" : " ").append("They said that ");
    String words = "clash number " + number + " was fought near the river";
    Span span = new Span(text.length(), text.length() + words.length());
    text.append(words).append('.').append(FILLER);
    claims.add(
        new Claim(
            doc + "-" + number, doc, doc + "-digest", Optional.of("Wire"), Optional.of(LocalDate.of(2017, 9, 24)), "body", new Evidence(span, span, words), TYPE, "",
            List.of(), List.of(), List.of(), Optional.of(TimeWindow.day(LocalDate.of(2017, 9, 24))), Attribution.PUBLISHER, Certainty.CERTAIN, List.of(), List.of(),
            Optional.empty(), new Provenance("made:up", List.of())));
  }

  private void save(Store store) {
    String whole = text.toString();
    Capture capture =
        new Capture(
            doc, doc + ".txt", Optional.empty(), Optional.of("Wire"), Optional.empty(), Optional.of(LocalDate.of(2017, 9, 24)), Optional.empty(), Capture.Format.TEXT,
            whole, doc + "-digest");
    Article article = new Article(doc, capture.digest(), capture.url(), capture.publisher(), capture.published(), AlignedText.identity(whole), blocks);
    store.beginRun(List.of("made up"));
    store.save(new Page(capture, Imprint.of(Optional.of("A long chronicle"), Optional.empty()), article, blocks, List.of(), List.of()), claims, List.of());
    store.endRun(1, 0, 0);
  }
}
