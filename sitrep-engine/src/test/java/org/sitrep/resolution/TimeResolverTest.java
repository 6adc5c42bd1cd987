package org.sitrep.resolution;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.fixture.FlatTree;
import org.sitrep.flow.Issue;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.Times;
import org.sitrep.mention.AnnotatedArticle;
import org.sitrep.mention.AnnotatedSentence;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.page.Article;
import org.sitrep.page.Block;
import org.sitrep.text.AlignedText;
import org.sitrep.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** Times against a document of Wednesday, 11 October 2017, and against none. */
class TimeResolverTest {

  private static final Times TIMES =
      Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of()).times();
  private static final TimeResolver RESOLVER = new TimeResolver(TIMES);
  private static final LocalDate WEDNESDAY = LocalDate.of(2017, 10, 11);

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock =
      """
      A01 | It fell on 5 October 2017.                     | 2017-10-05
      A02 | It fell on October 5.                          | 2017-10-05
      A03 | It fell on October 13.                         | 2017-10-13
      A04 | It fell on December 5.                         | 2016-12-05
      A05 | It will begin on December 5.                   | 2017-12-05
      A06 | It fell in November.                           | 2016-11-01/2016-11-30
      A07 | It fell in early August.                       | 2017-08-01/2017-08-10
      A08 | It fell on March 3 last year.                  | 2016-03-03
      A09 | It fell on the 9th.                            | 2017-10-09
      A10 | It fell on the 30th.                           | 2017-09-30
      B01 | It fell on Sunday.                             | 2017-10-08
      B02 | It fell on Wednesday.                          | 2017-10-11
      B03 | It fell last Wednesday.                        | 2017-10-04
      B04 | It will begin on Friday.                       | 2017-10-13
      B05 | It fell Friday and Saturday.                   | 2017-10-06/2017-10-07
      B06 | They held it since Monday.                     | 2017-10-09/2017-10-11
      B07 | It lasted from Thursday to Tuesday.            | 2017-10-05/2017-10-10
      C01 | It fell yesterday.                             | 2017-10-10
      C02 | It fell today.                                 | 2017-10-11
      C03 | It fell earlier this week.                     | 2017-10-09/2017-10-11
      C04 | It fell last weekend.                          | 2017-10-07/2017-10-08
      C05 | It fell last week.                             | 2017-10-02/2017-10-08
      C06 | It fell last month.                            | 2017-09-01/2017-09-30
      C07 | It was hit over the past two weeks.            | 2017-09-27/2017-10-11
      C08 | It fell three days ago.                        | 2017-10-08
      C09 | It fell overnight.                             | 2017-10-10/2017-10-11
      C10 | It fell one year ago.                          | 2016-01-01/2016-12-31
      C11 | They held it since 2013.                       | 2013-01-01/2017-10-11
      D01 | The hill fell on Friday. The mill fell a day earlier. | 2017-10-06; 2017-10-05
      D02 | The hill fell on Friday. The mill fell the same day.  | 2017-10-06; 2017-10-06
      D03 | The hill fell on Friday. The mill fell two days later. | 2017-10-06; 2017-10-08
      D04 | The mill fell a day earlier.                   | ''
      D05 | It fell in June 2014. On 10 June the mill fell. | 2014-06-01/2014-06-30; 2014-06-10
      """)
  void setsTimesAgainstTheDocument(String step, String text, String expected) {
    assertThat(resolve(text, WEDNESDAY)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock =
      """
      N01 | It fell on October 5.                               | ''
      N02 | It fell on Sunday.                                  | ''
      N03 | It fell yesterday.                                  | ''
      N04 | It fell on 5 October 2017.                          | 2017-10-05
      N05 | It began on 5 May 2017. On May 9 it fell.           | 2017-05-05; 2017-05-09
      N06 | It began on 5 May 2017. It fell a day later.        | 2017-05-05; 2017-05-06
      N07 | It began on 18 December 2017. On January 6 it fell. | 2017-12-18; 2018-01-06
      N08 | It fell in June 2014. The mill fell the same day.   | 2014-06-01/2014-06-30
      N09 | It began on 5 May 2017, after the April 2012 deal. On May 9 it fell. | 2017-05-05; 2012-04-01/2012-04-30; 2017-05-09
      N10 | They held it since 2013.                            | ''
      N11 | It fell on 3 May 1516. The mill fell a day later.   | 1516-05-03
      """)
  void leavesOpenWhatAnUndatedDocumentCannotSay(String step, String text, String expected) {
    assertThat(resolve(text, null)).isEqualTo(expected);
  }

  @Test
  void takesTheDateOfAnUndatedDocumentFromItsDateline() {
    assertThat(RESOLVER.resolve(article("OAK HILL, 3 May 2018 - The bridge fell on Monday.", null)).date())
        .contains(LocalDate.of(2018, 5, 3));
    assertThat(RESOLVER.resolve(article("The bridge fell on 3 May 2018.", null)).date()).isEmpty();
  }

  @Test
  void reportsTimesThatCannotBe() {
    TimeResolver.Resolved resolved =
        RESOLVER.resolve(article("It fell on 3 May 2018.", WEDNESDAY));
    assertThat(resolved.times()).isEmpty();
    assertThat(resolved.issues()).extracting(Issue::kind).containsOnly(Issue.Kind.TIME).hasSize(1);
  }

  private static String resolve(String text, @Nullable LocalDate published) {
    return RESOLVER.resolve(article(text, published)).times().values().stream()
        .map(Object::toString)
        .collect(Collectors.joining("; "));
  }

  private static AnnotatedArticle article(String text, @Nullable LocalDate published) {
    List<AnnotatedSentence> sentences = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int stop = text.indexOf(". ", from);
      int to = stop < 0 ? text.length() : stop + 1;
      sentences.add(sentence(text, from, to));
      from = to + 1;
    }
    Block block = new Block(Block.Kind.BODY, new Span(0, text.length()), 1, 1);
    Article article =
        new Article(
            "test",
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.ofNullable(published),
            AlignedText.identity(text),
            List.of(block));
    return new AnnotatedArticle(article, sentences, List.of());
  }

  private static AnnotatedSentence sentence(String text, int from, int to) {
    SyntaxTree tree = FlatTree.of(text, from, to);
    List<Mention> mentions = new ArrayList<>();
    for (Times.Found found : TIMES.list(text, tree.span())) {
      int first = token(tree, found.span().start());
      int last = token(tree, found.span().end() - 1);
      mentions.add(
          new Mention.OfTime(found.span(), first, last, token(tree, found.anchor().start()), found.expression()));
    }
    return new AnnotatedSentence(tree, mentions, 0, Block.Kind.BODY);
  }

  private static int token(SyntaxTree tree, int offset) {
    for (int i = 0; i < tree.size(); i++) {
      if (tree.end(i) > offset) {
        return i;
      }
    }
    return tree.size() - 1;
  }
}
