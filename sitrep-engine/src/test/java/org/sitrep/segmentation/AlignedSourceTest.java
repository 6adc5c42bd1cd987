package org.sitrep.segmentation;

import org.junit.jupiter.api.Test;
import org.sitrep.text.AlignedText;
import org.sitrep.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** Characters that stand for more or less than one of the original. */
class AlignedSourceTest {

  @Test
  void a01_aCharacterMayStandForAStretch() {
    String original = "a &amp; b";
    AlignedText text = AlignedText.over(original).keep(new Span(0, 2)).write("&", new Span(2, 7)).keep(new Span(7, 9)).build();
    assertThat(text.text()).isEqualTo("a & b");
    assertThat(text.toOriginal(new Span(2, 3)).of(original)).isEqualTo("&amp;");
    assertThat(text.toOriginal(new Span(0, 5)).of(original)).isEqualTo(original);
    assertThat(text.toOriginal(new Span(4, 5)).of(original)).isEqualTo("b");
    assertThat(text.fromOriginal(new Span(2, 7))).isEqualTo(new Span(2, 3));
  }

  @Test
  void a02_manyCharactersAroundAWideOne() {
    String original = "x".repeat(500) + "&lt;" + "y".repeat(500);
    AlignedText text =
        AlignedText.over(original).keep(new Span(0, 500)).write("<", new Span(500, 504)).keep(new Span(504, 1004)).build();
    assertThat(text.toOriginal(new Span(499, 502))).isEqualTo(new Span(499, 505));
    assertThat(text.toOriginal(new Span(1000, 1001))).isEqualTo(new Span(1003, 1004));
  }

  @Test
  void a03_piecesInAnotherOrder() {
    String original = "one two";
    AlignedText text = AlignedText.over(original).keep(new Span(4, 7)).write(" ", new Span(3, 4)).keep(new Span(0, 3)).build();
    assertThat(text.text()).isEqualTo("two one");
    assertThat(text.toOriginal(new Span(0, 3)).of(original)).isEqualTo("two");
    assertThat(text.toOriginal(new Span(0, 7))).isEqualTo(new Span(0, 7));
  }

  @Test
  void a04_aQuotationIsReadable() {
    String original = "a&shy;b <b>c</b>";
    AlignedText.Builder markup = AlignedText.overMarkup(original).keep(new Span(0, 1)).keep(new Span(6, 8)).keep(new Span(11, 12));
    assertThat(markup.build().quote(new Span(0, 4))).isEqualTo("ab c");
    assertThat(Invisible.removed("a\u00ADb").quote(new Span(0, 2))).isEqualTo("a\u00ADb");
  }
}
