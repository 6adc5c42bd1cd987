package org.sitrep.resolution;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.annotation.Annotator;
import org.sitrep.entity.Actor;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.mention.AnnotatedArticle;
import org.sitrep.mention.Mention;
import org.sitrep.page.Article;
import org.sitrep.page.Block;
import org.sitrep.text.AlignedText;
import org.sitrep.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

class ActorResolverTest {

  private static final Knowledge KNOWLEDGE =
      Knowledge.load(Path.of(System.getProperty("sitrep.home")), List.of("syria"));
  private static final Annotator ANNOTATOR = new Annotator(KNOWLEDGE, English.load());
  private static final ActorResolver RESOLVER = new ActorResolver(KNOWLEDGE.actors());

  /** Mentions as "surface = name of the party", "surface ?" where it stays open. Paragraphs are parted by " // ". */
  private static String resolved(String text, String day) {
    List<Block> blocks = new ArrayList<>();
    int from = 0;
    for (String paragraph : text.split(" // ")) {
      blocks.add(new Block(Block.Kind.BODY, new Span(from, from + paragraph.length()), 0, 0));
      from += paragraph.length() + 4;
    }
    Article article =
        new Article("doc", "", Optional.empty(), Optional.empty(), Optional.empty(), AlignedText.identity(text), blocks);
    AnnotatedArticle annotated = ANNOTATOR.apply(article);
    var actors = RESOLVER.resolve(annotated, Optional.of(LocalDate.parse(day)));
    return annotated.sentences().stream()
        .flatMap(s -> s.list(Mention.OfActor.class).stream())
        .map(m -> m.surface() + Optional.ofNullable(actors.get(m)).map(Actor::name).map(n -> " = " + n).orElse(" ?"))
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(delimiter = '|', textBlock = """
      Jabhat al-Nusra attacked the post.  | 2014-03-01 | Jabhat al-Nusra = Jabhat al-Nusra
      The SDF said the Nusra Front fled.  | 2019-03-01 | SDF = Syrian Democratic Forces; Nusra Front = Hay'at Tahrir al-Sham
      """)
  void a01_names_by_the_day(String text, String day, String expected) {
    assertThat(resolved(text, day)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(delimiter = '|', textBlock = """
      Syria said that regime forces had left the hill.               | 2018-03-01 | Syria = Syria; regime forces = Syrian Arab Army
      Ukraine said that the army had left the hill.                  | 2023-03-01 | Ukraine = Ukraine; army = Ukrainian Armed Forces
      The coalition said Syrian troops had fired.                    | 2018-03-01 | coalition = US-led coalition; Syrian troops = Syrian Arab Army
      Yemen said the coalition had bombed the port.                  | 2018-03-01 | Yemen = Yemen; coalition = Saudi-led coalition
      Turkish-backed factions shelled the Syrian army.               | 2019-11-01 | Turkish-backed factions = Syrian National Army; Syrian army = Syrian Arab Army
      """)
  void b01_descriptions_by_the_country_written_about(String text, String day, String expected) {
    assertThat(resolved(text, day)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      Boko Haram raided the town. The group burned ten houses.       | Boko Haram = Boko Haram; group = Boko Haram
      ISIS lost the hill. The militants fled and left their weapons. | ISIS = Islamic State; militants = Islamic State; their = Islamic State
      ISIS attacked the SDF. The group lost ten men.                 | ISIS = Islamic State; SDF = Syrian Democratic Forces; group ?
      ISIS attacked the SDF. The militants fled.                     | ISIS = Islamic State; SDF = Syrian Democratic Forces; militants = militants
      ISIS lost the hill. // The militants fled.                     | ISIS = Islamic State; militants = Islamic State
      ISIS and Hamas lost a hill. // The militants fled.             | ISIS = Islamic State; Hamas = Hamas; militants = militants
      The Free Eagles Brigade attacked ISIS. They left.              | Free Eagles Brigade ?; ISIS = Islamic State; They ?
      Hamas said its fighters had left.                              | Hamas = Hamas; its = Hamas; fighters = Hamas
      """)
  void c01_what_points_back_within_the_paragraph(String text, String expected) {
    assertThat(resolved(text, "2018-03-01")).isEqualTo(expected);
  }
}
