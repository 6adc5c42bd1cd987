package org.sitrep.segmentation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.sitrep.knowledge.Layout;
import org.sitrep.page.Block.Kind;
import org.sitrep.page.Capture;

/**
 * The day that a page made of lines is from, by what it prints and where it stands: a line with a date near the
 * headline, the stamp of a post, the day in the address, a date in the headline or the byline; where none of these is
 * there, the newest of the posts that it quotes, which it cannot be older than and seldom is much younger than.
 */
final class PrintedDay {

  /** So many lines before the headline a date may stand; further up it is the day on which the page was looked at. */
  private static final int BEFORE = 6;

  private final Layout layout;
  private final List<Line> lines;
  private final Kind[] kinds;
  private final int headline;

  PrintedDay(Layout layout, List<Line> lines, Kind[] kinds, int headline) {
    this.layout = layout;
    this.lines = lines;
    this.kinds = kinds;
    this.headline = headline;
  }

  Optional<LocalDate> find(Capture capture) {
    Predicate<LocalDate> possible = day -> new Moment(day, Optional.empty()).isPossible(capture.fetched());
    return first(i -> kinds[i] == Kind.DATELINE && i >= headline - BEFORE)
        .or(() -> newest(false))
        .or(() -> capture.url().flatMap(Moment::inAddress).map(Moment::day))
        .or(() -> first(i -> kinds[i] == Kind.HEADLINE))
        .or(() -> first(i -> kinds[i] == Kind.BOILERPLATE && layout.is(Layout.Phrase.BYLINE, lines.get(i).text())))
        .or(() -> newest(true))
        .filter(possible);
  }

  private Optional<LocalDate> first(IntPredicate of) {
    return IntStream.range(0, lines.size())
        .filter(of)
        .mapToObj(i -> Dates.find(lines.get(i).text()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The newest day with which a post is stamped: the page's own, by the clock before it, or one quoted in an article. */
  private Optional<LocalDate> newest(boolean quoted) {
    return IntStream.range(0, lines.size())
        .filter(i -> kinds[i] != Kind.COMMENT)
        .mapToObj(i -> quoted ? Dates.quoted(lines.get(i).text()) : Dates.stamp(lines.get(i).text()))
        .flatMap(Optional::stream)
        .max(LocalDate::compareTo);
  }
}
