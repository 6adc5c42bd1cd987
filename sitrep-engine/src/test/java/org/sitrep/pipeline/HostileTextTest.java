package org.sitrep.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Evidence;
import org.sitrep.claim.Notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Texts that no author wrote so: coded in bounded time, with evidence inside the text, and never an exception. */
class HostileTextTest {

  private static final Pipeline PIPELINE = Snippets.pipeline("syria");

  private static List<Claim> claims(String text) {
    return PIPELINE.claims(Snippets.capture(text, Optional.of(LocalDate.of(2017, 5, 30)))).claims();
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        arguments("5,000 tokens, verbs", "rebels captured the town and ".repeat(1_000)),
        arguments("5,000 tokens, commas", "rebels captured the town, ".repeat(1_000)),
        arguments("5,000 tokens, no verb", "army rebel town village soldier ".repeat(1_000)),
        arguments("5,000 tokens, said said said", "the army said that ".repeat(1_250) + "rebels captured Idlib."),
        arguments("5,000 tokens, coordinated", "rebels and soldiers and ".repeat(1_250) + "were killed in Idlib."),
        arguments("5,000 tokens, all capitals", "THE ARMY SHELLED REBELS AND ".repeat(1_000)),
        arguments("only emoji", "😀🔥💣".repeat(2_000)),
        arguments("lone surrogates", "The army \ud83d captured Idlib \udca3 from rebels \udca3\ud83d. \ud800".repeat(50)),
        arguments("nothing but lone surrogates", "\ud83d\ud83d\udca3\udca3 ".repeat(500)),
        arguments("zero-width characters", "The ar\u200bmy cap\u200btured \u200bIdlib\u200b from re\u00adbels\ufeff.\u2060"),
        arguments("nothing but zero-width characters", "\u200b\u200c\u200d\ufeff".repeat(1_000)),
        arguments("a word of 100,000 characters", "The army captured " + "Idlib".repeat(20_000) + " from rebels."),
        arguments("100,000 characters, dots", "a.".repeat(50_000)),
        arguments("100,000 characters, hyphens", "The army captured " + "al-".repeat(33_000) + " from rebels."),
        arguments("100,000 characters, apostrophes", "a'".repeat(50_000)),
        arguments("100,000 characters, an address", "http://" + "a/".repeat(50_000)),
        arguments("10,000 commas", ",".repeat(10_000)),
        arguments("10,000 commas, spaced", "The army captured" + " ,".repeat(10_000) + " Idlib."),
        arguments("nested quotes and brackets", "\"(\u201c[".repeat(2_500) + "the army captured Idlib" + "]\u201d)\"".repeat(2_500)),
        arguments("brackets never closed", "(".repeat(10_000) + "The army captured Idlib"),
        arguments("quotes never closed", "\"The army said (".repeat(1_000) + "rebels captured Idlib"),
        arguments("only digits", "0123456789".repeat(5_000)),
        arguments("only digits, spaced", "12 345 ".repeat(5_000)),
        arguments("only digits, lines", "12\n".repeat(5_000)),
        arguments("a number of 5,000 digits", "At least " + "9".repeat(5_000) + " soldiers were killed in Idlib on Monday."),
        arguments("control characters", "The\u0007 army\u0000 captured\u001b[31m Idlib from\u007f rebels on\u0085 Monday.\u000c\u000b"),
        arguments("nothing but control characters", "\u0001\u0002\u0003\u0000\u001b".repeat(2_000)),
        arguments("5,000 lines", "The army captured\n".repeat(5_000)),
        arguments("right-to-left marks", "\u202b\u200f\u202c\u2067\u2069 ".repeat(1_000)),
        arguments("entities cut off", "&amp;&#8217;&#;&#x;&#99999999999;&nosuch;&".repeat(500)),
        arguments("blanks", " \n\t\n\u00a0"),
        arguments("nothing", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  @Timeout(20)
  void a01CodedInBoundedTime(String name, String text) {
    assertThat(claims(text)).as(name).allSatisfy(c -> assertInside(c.evidence(), text));
  }

  static Stream<Arguments> readable() {
    String wanted = "certain: Syrian Arab Army CAPTURE Syrian rebels @ Idlib (2017-05-29)";
    return Stream.of(
        arguments("THE ARMY CAPTURED THE TOWN OF IDLIB FROM REBELS ON MONDAY.", wanted),
        arguments("DAMASCUS, 30 MAY -- THE ARMY CAPTURED THE TOWN OF IDLIB FROM REBELS ON MONDAY. A CAR EXPLODED.", wanted),
        arguments("The army captured the town of Idlib from rebels on Monday", wanted),
        arguments("Nobody knows\nthe army captured the town of Idlib from rebels on Monday\ntwo soldiers slept", wanted),
        arguments("The army&nbsp;captured the town of&nbsp;Idlib from rebels on&#160;Monday.", wanted),
        arguments("The army captured the town of Idlib from rebels on Monday &amp; it&#8217;s quiet &mdash; so far.", wanted),
        arguments("&ldquo;The army captured the town of Idlib from rebels on Monday,&rdquo; he said.", wanted),
        arguments("The ar\u00admy\u200b cap\u200btured the town of \ufeffIdlib\u200f from re\u2060bels on Mon\u00adday.", wanted),
        arguments("The\u0007 army\u0000 captured the town\u0008 of Idlib from\u007f rebels on\u0085 Monday.\u000c", wanted),
        arguments("\u202bسيطر الجيش على المدينة.\u202c The army captured the town of Idlib from rebels on Monday.\u200f", wanted));
  }

  @ParameterizedTest
  @MethodSource("readable")
  @Timeout(20)
  void b01WhatCanBeReadIsRead(String text, String wanted) {
    assertThat(claims(text))
        .allSatisfy(c -> assertInside(c.evidence(), text))
        .extracting(c -> Notation.of(c).replace("IDLIB", "Idlib"))
        .anyMatch(line -> line.endsWith(wanted));
  }

  private static void assertInside(Evidence evidence, String text) {
    assertThat(evidence.span().end()).isBetween(evidence.span().start(), text.length());
    assertThat(evidence.codePoints().end()).isBetween(evidence.codePoints().start(), text.codePointCount(0, text.length()));
    assertThat(evidence.quote()).isEqualTo(text.substring(evidence.span().start(), evidence.span().end()));
  }
}
