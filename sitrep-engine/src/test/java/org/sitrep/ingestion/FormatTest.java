package org.sitrep.ingestion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.page.Capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitrep.ingestion.Warcs.bytes;
import static org.sitrep.ingestion.Warcs.gzip;
import static org.sitrep.ingestion.Warcs.page;
import static org.sitrep.ingestion.Warcs.response;
import static org.sitrep.ingestion.Warcs.zip;

/** The table of formats: by name, by the first bytes, packed and plain. */
class FormatTest {

  private static final String FEED = "<rss><channel><title>T</title><item><link>https://x.example/a</link><description>One.</description></item></channel></rss>";

  @TempDir private Path dir = Path.of("");

  @Test
  void A01_byName() {
    assertThat(Format.of(Path.of("A.WARC.GZ"))).isEqualTo(Format.WARC);
    assertThat(Format.of(Path.of("a.wet"))).isEqualTo(Format.WARC);
    assertThat(Format.of(Path.of("a.html.gz"))).isEqualTo(Format.HTML);
    assertThat(Format.of(Path.of("a.wacz"))).isEqualTo(Format.WACZ);
    assertThat(Format.of(Path.of("a.wacz.gz"))).isNull();
    assertThat(Format.of(Path.of("a.gz"))).isNull();
    assertThat(Format.of(Path.of("a.jsonl.gz"))).isEqualTo(Format.JSON_LINES);
    assertThat(Format.withoutEnding("a.b.warc.gz")).isEqualTo("a.b");
    assertThat(Format.withoutEnding("a.xml")).isEqualTo("a");
    assertThat(Format.endings()).startsWith(".txt .md .html").contains(".wacz").contains(".atom").endsWith(".gz");
  }

  @Test
  void A02_packedPagesAndTexts() throws IOException {
    assertThat(Read.file(dir, "a.html.gz", gzip(page("One."))).captures()).singleElement().satisfies(c -> {
      assertThat(c.doc()).isEqualTo("a");
      assertThat(c.format()).isEqualTo(Capture.Format.HTML);
    });
    assertThat(Read.file(dir, "b.txt.gz", gzip(bytes("One.\n"))).captures().get(0).format()).isEqualTo(Capture.Format.FLATTENED);
    assertThat(Read.file(dir, "c.html.gz", page("One.")).rejects()).isNotEmpty();
  }

  @Test
  void B01_standardInputIsToldByItsFirstBytes() {
    byte[] line = bytes("\n{\"doc\":\"j\",\"text\":\"One.\"}\n");
    byte[][] inputs = {
      response("w", "One."), zip("archive/a.warc", response("z", "One.")), bytes("\n" + FEED), bytes("\uFEFF" + FEED), page("One."), line,
      bytes("<?xml version='1.0'?>\n<!-- c -->\n" + FEED), bytes("Text.\n"), bytes("<!DOCTYPE html>\n<p>One.")};
    String[] docs = {
      "https://wire.example/w", "https://wire.example/z", "https://x.example/a", "https://x.example/a", "stdin", "j", "https://x.example/a", "stdin", "stdin"};
    for (int i = 0; i < inputs.length; i++) {
      assertThat(Read.standardInput(new ByteArrayInputStream(inputs[i])).docs()).as("input %d", i).containsExactly(docs[i]);
      if (i != 1) {
        assertThat(Read.standardInput(new ByteArrayInputStream(gzip(inputs[i]))).docs()).as("input %d, packed", i).containsExactly(docs[i]);
      }
    }
  }

  @Test
  void C01_guessesOfSingleByteCharsets() {
    String arabic = "أعلن الجيش السيطرة على القرية بعد معارك مع المسلحين في ريف حلب";
    String russian = "Военные сообщили о взятии посёлка после боёв с боевиками";
    String german = "Die Armee teilte mit, dass sie das Dorf nördlich der Straße nach Übersee “eingenommen” hätte";
    assertThat(Charsets.guess(arabic.getBytes(Charset.forName("windows-1256"))).name()).isEqualTo("windows-1256");
    assertThat(Charsets.guess(russian.getBytes(Charset.forName("windows-1251"))).name()).isEqualTo("windows-1251");
    assertThat(Charsets.guess(german.getBytes(Charset.forName("windows-1252"))).name()).isEqualTo("windows-1252");
    assertThat(Charsets.guess(bytes("plain")).name()).isEqualTo("windows-1252");
  }

  @Test
  void C02_charsetsThatAreSevenBitsWide() throws IOException {
    byte[] japanese = "<meta charset=iso-2022-jp><p>日本".getBytes(Charset.forName("ISO-2022-JP"));
    assertThat(Read.file(dir, "a.html", japanese).texts().get(0)).endsWith("日本");
  }
}
