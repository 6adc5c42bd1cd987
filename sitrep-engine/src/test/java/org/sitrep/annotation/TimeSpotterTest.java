package org.sitrep.annotation;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.fixture.FlatTree;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.mention.Mention;
import org.sitrep.mention.Mention.TimeExpression;
import org.sitrep.mention.SyntaxTree;

import static org.assertj.core.api.Assertions.assertThat;

/** From a full date to ranges and times that count from another one. */
class TimeSpotterTest {

  private static final Knowledge KNOWLEDGE =
      Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of());
  private static final TimeSpotter SPOTTER = new TimeSpotter(KNOWLEDGE.times());

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = TIMES)
  void readsTimes(String step, String sentence, String expected) {
    assertThat(spot(sentence)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = NO_TIMES)
  void leavesDurationsAndNamesAlone(String step, String sentence) {
    assertThat(spot(sentence)).isEmpty();
  }

  @Test
  void hangsAMentionFromTheWordThatCarriesIt() {
    String text = "The bridge fell on Sunday night near Oak Hill";
    SyntaxTree tree = FlatTree.of(text);
    Mention.OfTime time = SPOTTER.spot(tree, text).getFirst();
    assertThat(time.span().of(text)).isEqualTo("Sunday night");
    assertThat(tree.form(time.head())).isEqualTo("Sunday");
  }

  private static String spot(String sentence) {
    return SPOTTER.spot(FlatTree.of(sentence), sentence).stream()
        .map(t -> show(t.expression()))
        .collect(Collectors.joining("; "));
  }

  private static String show(TimeExpression expression) {
    return switch (expression) {
      case Mention.TimeExpression.NoDay n -> "no day";
      case TimeExpression.Absolute a -> a.window() + " " + a.window().precision().code();
      case TimeExpression.MonthDay m ->
          "m" + m.month() + (m.day() == 0 ? "" : " d" + m.day() + (m.lastDay() == m.day() ? "" : "-" + m.lastDay()));
      case TimeExpression.YearShifted s -> show(s.date()) + " y" + s.years();
      case TimeExpression.Weekday w -> w.day() + (w.shift() == 0 ? "" : " " + w.shift());
      case TimeExpression.Relative r ->
          r.amount() + " " + r.unit() + (r.anchor() == Mention.Anchor.PREVIOUS ? " previous" : "");
      case TimeExpression.Range r -> show(r.from()) + " to " + r.to().map(TimeSpotterTest::show).orElse("now");
    };
  }

  private static final String TIMES =
      """
      A01 | The bridge fell on September 17, 2016       | 2016-09-17 1
      A02 | It fell on 17 September 2016                | 2016-09-17 1
      A03 | It fell on Sept. 9                          | m9 d9
      A04 | It fell on 9/17/2016                        | 2016-09-17 1
      A05 | It fell on 17.09.2016                       | 2016-09-17 1
      A06 | It fell on 2016-09-17                       | 2016-09-17 1
      A07 | It fell on 03/04/2016                       | 2016-04-03 1
      A08 | It fell on the 5th of May                   | m5 d5
      A09 | It fell on May 5th, 2018                    | 2018-05-05 1
      A10 | It fell on Saturday, June 3, 2017           | 2017-06-03 1
      A10b | It fell on September 11, 2017               | 2017-09-11 1
      A11 | It fell on Saturday 3 June                  | m6 d3
      A12 | Sat, 17 Sep 2016                            | 2016-09-17 1
      A13 | OAK HILL, Sept. 12 (Example)                | m9 d12
      A14 | It fell on the 17th.                        | m0 d17
      B01 | It fell in September 2016                   | 2016-09-01/2016-09-30 4
      B02 | It fell in 2017                             | 2017-01-01/2017-12-31 5
      B03 | It fell in early August                     | m8 d1-10
      B04 | It fell in mid-August                       | m8 d11-20
      B05 | It fell in late August 2015                 | 2015-08-21/2015-08-31 4
      B06 | It fell in May                              | m5
      B07 | It fell in the summer of 2014               | 2014-06-01/2014-08-31 5
      B08 | It fell at the end of 2016                  | 2016-09-01/2016-12-31 5
      B09 | It lasted from 2014-2016                    | 2014-01-01/2016-12-31 5
      B10 | It fell on March 3 last year                | m3 d3 y-1
      B11 | It fell last August                         | m8
      B12 | It began, beginning in 2012                 | 2012-01-01/2012-12-31 5
      B13 | It fell early in 2012                       | 2012-01-01/2012-04-30 5
      C01 | It fell on Sunday                           | SUNDAY
      C02 | It fell last Friday                         | FRIDAY -1
      C03 | It fell Friday and Saturday                 | FRIDAY to SATURDAY
      C04 | It fell on Sunday night                     | SUNDAY
      C05 | It was hit on Monday and on Thursday        | MONDAY; THURSDAY
      C06 | Sunday's raid was small                     | SUNDAY
      C07 | It will begin next Tuesday                  | TUESDAY 1
      C08 | It fell early Friday                        | FRIDAY
      D01 | It fell yesterday                           | -1 DAY
      D02 | It fell today                               | 0 DAY
      D03 | It fell this morning                        | 0 DAY
      D04 | It fell last night                          | -1 DAY
      D05 | It fell earlier this week                   | 0 WEEK
      D06 | It fell last weekend                        | -1 WEEKEND
      D07 | It fell over the weekend                    | 0 WEEKEND
      D08 | It fell last month                          | -1 MONTH
      D09 | It was hit over the past two weeks          | -14 DAY to now
      D10 | It fell three days ago                      | -3 DAY
      D11 | It fell one year ago                        | -1 YEAR
      D12 | It was hit in the last 24 hours             | -1 DAY to now
      D13 | It fell overnight                           | -1 DAY to 0 DAY
      D14 | It fell several days ago                    | -9 DAY to -2 DAY
      D15 | It was hit in the past week                 | -7 DAY to now
      D16 | It fell 48 hours ago                        | -2 DAY
      D17 | It was hit over the past few days           | -5 DAY to now
      D18 | It fell the day before yesterday            | -2 DAY
      D19 | It was hit during the last three months     | -90 DAY to now
      E01 | It fell a day earlier                       | -1 DAY previous
      E02 | It fell the same day                        | 0 DAY previous
      E03 | It fell the previous day                    | -1 DAY previous
      E04 | It fell the next day                        | 1 DAY previous
      E05 | It fell two days later                      | 2 DAY previous
      E06 | It fell the day before.                     | -1 DAY previous
      E07 | It fell that night                          | 0 DAY previous
      F01 | It fell between 3 and 5 May                 | m5 d3-5
      F02 | It lasted from May 3 to May 7               | m5 d3 to m5 d7
      F03 | It lasted from 3 to 7 May 2019              | 2019-05-03/2019-05-07 2
      F04 | They held it since Monday                   | MONDAY to now
      F05 | They held it since 2013                     | 2013-01-01/2013-12-31 5 to now
      F06 | It was held by 2016                         | 2016-01-01/2016-12-31 5
      F07 | It lasted from Friday to Sunday             | FRIDAY to SUNDAY
      F08 | May 3-7, 2019 saw rain                      | 2019-05-03/2019-05-07 2
      F09 | It lasted from April 28 to May 2, 2019      | 2019-04-28/2019-05-02 2
      F10 | It lasted from December 30, 2018 to January 2 | 2018-12-30/2019-01-02 2
      F11 | It lasted from May 2016 to June 2017        | 2016-05-01/2017-06-30 5
      F12 | Between Monday and Wednesday it was hit     | MONDAY to WEDNESDAY
      F13 | They held it until Friday                   | FRIDAY
      F14 | It was hit on 3, 4 and 5 May                | m5 d3-5
      """;

  private static final String NO_TIMES =
      """
      G01 | They fought for nearly a year
      G02 | It lasted an hour
      G03 | They held it for three days
      G04 | The three-day raid was small
      G05 | The 14-year-old came
      G06 | They may march on Oak Hill
      G07 | Russia Today reported it
      G08 | It came two days before the raid
      G09 | It came in the first week of the war
      G10 | They met at 17:30 in Oak Hill
      G11 | It was version 2.10.3
      G12 | The 2016 deal fell
      G13 | The Sun reported it
      G14 | It was hit by 31.12 percent
      """;
}
