package org.sitrep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sitrep.claim.Interest;
import org.sitrep.event.Ruling;
import org.sitrep.exchange.Exchange;
import org.sitrep.exchange.SourceExchange;
import org.sitrep.source.Cell;
import org.sitrep.source.Judgement;
import org.sitrep.source.Resolved;
import org.sitrep.source.SourceRecord;
import org.sitrep.source.Stance;
import org.sitrep.source.Support;
import org.sitrep.source.Word;

/** Sources and grades for a terminal. */
final class SourceLines {

  private static final int MOST_SILENT = 5;

  private SourceLines() {}

  /** One row of a list. */
  static List<String> row(SourceRecord source) {
    return List.of(
        source.root().key(),
        source.kind().map(Exchange::name).orElse(source.root().named() ? "not in the packs" : "unnamed"),
        source.root().leaning().map(l -> "for " + l).orElse(source.root().isNeutral() ? "for nobody" : "leaning unknown"),
        Tables.count(source.claims(), "claim"),
        source.testimonies() + " independent",
        borneOut(source.overall()),
        letter(source.overall(), source.ruling()),
        source.byInterest().stream()
            .map(c -> interest(c) + ' ' + c.letter() + ' ' + borneOut(c))
            .collect(Collectors.joining("; ")));
  }

  /** Everything about one source. */
  static List<String> page(SourceRecord source) {
    List<String> lines = new ArrayList<>();
    lines.add(source.root().name() + " (" + source.root().key() + "), " + String.join(", ", row(source).subList(1, 5)));
    lines.add("reliability: " + letter(source.overall(), source.ruling()) + ", " + borneOut(source.overall()));
    for (Cell cell : source.cells()) {
      lines.add("");
      lines.add(cell.claimClass().orElse("all") + ", " + interest(cell) + ": computed " + cell.letter() + interval(cell) + ", " + borneOut(cell));
      for (Resolved resolved : cell.resolved()) {
        lines.add(
            "    " + resolved.day().map(Object::toString).orElse("no date   ") + "  " + (resolved.borneOut() ? "held  " : "failed")
                + number("  x%.2f  ", resolved.weight()) + resolved.claim() + " in " + resolved.event() + ": "
                + Exchange.name(resolved.ground()) + ", " + resolved.why());
      }
    }
    if (source.cells().isEmpty()) {
      lines.add("nothing that rests on it alone has been settled yet");
    }
    return lines;
  }

  /** The grades of an event, with all that they are made of. */
  static List<String> judgement(Judgement j) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    String digit = j.ruling().map(r -> ", ruled " + r.value() + because(r)).orElse("");
    lines.add("Admiralty grade, computed: " + j.letter() + j.digit() + digit);
    lines.add("  digit " + j.digit() + ": " + j.digitWhy());
    lines.add("  letter " + j.letter() + ": the best of those who assert it");
    for (Word word : j.words()) {
      Cell cell = j.records().get(word.root().key());
      lines.add("    " + word(word) + (cell == null ? "" : ": computed " + cell.letter() + interval(cell) + ", " + borneOut(cell)));
    }
    j.airwars().ifPresent(grade -> lines.add("Airwars's scale, computed: " + SourceExchange.airwars(grade) + " (" + j.airwarsWhy() + ")"));
    lines.addAll(support(j.support()));
    for (Ruling ruling : j.others()) {
      lines.add("ruled: " + Exchange.name(ruling.subject()) + ' ' + ruling.id() + " is " + ruling.value() + because(ruling));
    }
    return lines;
  }

  private static List<String> support(Support support) {
    List<String> lines = new ArrayList<>();
    lines.add(number("support, computed: %+.2f log-odds", support.logOdds()) + number(" (%+.2f before anybody spoke)", support.prior()));
    int silent = 0;
    double rest = 0;
    for (Support.Term term : support.terms()) {
      silent += term.stance() == Stance.SILENT ? 1 : 0;
      if (silent > MOST_SILENT) {
        rest += term.value();
        continue;
      }
      lines.add(
          number("  %+.2f  ", term.value()) + term.root().name() + ' ' + stance(term.stance()) + ", "
              + interest(term.interest()) + number(" if so: ln(%.2f", term.ifSo()) + number("/%.2f)", term.ifNot())
              + (term.discount() < 1 ? number(" x %.2f", term.discount()) + " (" + term.why() + ")" : ""));
    }
    if (silent > MOST_SILENT) {
      lines.add(number("  %+.2f  ", rest) + "silence of " + (silent - MOST_SILENT) + " more");
    }
    return lines;
  }

  /** "computed C (0.71-0.93)", and what a person decided in its place. */
  private static String letter(Cell cell, Optional<Ruling> ruling) {
    return "computed " + cell.letter() + interval(cell) + ruling.map(r -> ", ruled " + r.value() + because(r)).orElse("");
  }

  /** "by Ann on 2020-01-01 because ...". */
  static String because(Ruling ruling) {
    return " by " + ruling.by() + " on " + ruling.decided().toString().substring(0, 10) + " because \"" + ruling.reason() + '"';
  }

  private static String word(Word word) {
    return word.root().name() + ' ' + stance(word.stance()) + (word.rumour() ? " as a rumour" : "") + ", "
        + (word.root().leaning().isPresent() || word.root().isNeutral() ? interest(word.interest()) : "interest unknown");
  }

  private static String stance(Stance stance) {
    return switch (stance) {
      case ASSERT -> "asserts it";
      case DENY -> "says it is not so";
      case SILENT -> "is silent";
    };
  }

  private static String interest(Cell cell) {
    return cell.interest().map(SourceLines::interest).orElse("any interest");
  }

  private static String interest(Interest interest) {
    return Exchange.name(interest).replace('_', ' ');
  }

  private static String borneOut(Cell cell) {
    return number("%.1f", cell.k()) + number(" of %.1f borne out", cell.n());
  }

  private static String interval(Cell cell) {
    return number(" (%.2f", cell.low()) + number("-%.2f)", cell.high());
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
