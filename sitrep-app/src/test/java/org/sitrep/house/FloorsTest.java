package org.sitrep.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The floors of ARCHITECTURE.md: arrows point down only, and stages never know each other. */
class FloorsTest {

  private static final String ROOT = "org.sitrep";

  /** From the ground up. Rooms of one line have no arrows between them; see the exceptions below. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("text", "time", "flow"),
          List.of("entity"),
          List.of("page"),
          List.of("mention", "discussion"),
          List.of("claim"),
          List.of("event"),
          List.of("source"),
          List.of("control"),
          List.of("report"),
          List.of("knowledge", "language"),
          List.of(
              "ingestion", "segmentation", "annotation", "resolution", "coding", "fusion",
              "assessment", "reliability", "territory", "drawing", "reporting", "discourse", "revision"),
          List.of("pipeline", "store", "review", "exchange", "gazetteer", "watching"),
          List.of("desk"),
          List.of("web", "spark", "evaluation"),
          List.of("cli"));

  private static final Set<String> MAY_NAME_COMMENTS =
      Set.of("page", "segmentation", "discourse", "store", "web", "cli");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(ROOT);
  }

  @Test
  void a01_theTestSeesEveryModule() {
    assertThat(arrows().keySet()).contains("text", "claim", "knowledge", "segmentation", "store", "cli", "web");
  }

  @Test
  void a02_theRootPackageIsEmpty() {
    assertThat(classes.stream().filter(c -> c.getPackageName().equals(ROOT))).isEmpty();
  }

  @Test
  void b01_everyPackageHasItsFloor() {
    List<String> known = FLOORS.stream().flatMap(List::stream).toList();
    assertThat(known).containsAll(arrows().keySet());
  }

  @Test
  void b02_arrowsPointDownOnlyAndNeverBetweenRoomsOfOneLine() {
    List<String> wrong = new ArrayList<>();
    arrows()
        .forEach(
            (from, targets) ->
                targets.forEach(
                    (to, example) -> {
                      if (floor(from) <= floor(to)) {
                        wrong.add(from + " -> " + to + ": " + example);
                      }
                    }));
    assertThat(wrong).isEmpty();
  }

  @Test
  void b03_noPackageCycle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void c01_commentsAreNamedOnlyWhereTheyMayBe() {
    String[] others =
        FLOORS.stream()
            .flatMap(List::stream)
            .filter(room -> !MAY_NAME_COMMENTS.contains(room))
            .map(room -> ROOT + "." + room + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAnyPackage(others)
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(ROOT + ".page.Comment")
        .allowEmptyShould(true)
        .check(classes);
  }

  /**
   * What readers assert (propositions, remarks, threads) is known to the rooms that find, keep and show it, and to no
   * room on the way from an article to claims, events, control, reports and exports.
   */
  @Test
  void c03_whatReadersAssertHasNoPathIntoSupport() {
    String[] others =
        FLOORS.stream()
            .flatMap(List::stream)
            .filter(room -> !Set.of("discussion", "discourse", "store", "desk", "web", "cli").contains(room))
            .map(room -> ROOT + "." + room + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAnyPackage(others)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(rooms("discussion", "discourse"))
        .allowEmptyShould(true)
        .check(classes);
  }

  /** In the store, at the desk and in the doors only what is made for threads knows them. */
  @Test
  void c04_inTheStoreOnlyTheTableOfDiscussionsKnowsThem() {
    noClasses()
        .that()
        .resideInAnyPackage(rooms("store", "desk", "cli", "web"))
        .and()
        .haveNameNotMatching(".*\\.(Threads|DiscussionTable|Discuss\\w+)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(rooms("discussion", "discourse"))
        .check(classes);
  }

  /** What reads, joins and reviews does not ask what readers wrote. */
  @Test
  void c05_atTheDeskNothingElseAsksForThreads() {
    noClasses()
        .that()
        .resideInAnyPackage(rooms("desk"))
        .and()
        .haveNameNotMatching(".*\\.Discuss\\w+(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(".*\\.(desk\\.Discuss\\w+|store\\.Threads)(\\$.*)?")
        .check(classes);
  }

  @Test
  void c02_floorsBelowTheStagesUseTheJdkAlone() {
    noClasses()
        .that()
        .resideInAnyPackage(rooms("text", "time", "flow", "entity", "page", "mention", "discussion",
            "claim", "event", "source", "control", "report", "language"))
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", ROOT + "..", "org.jspecify..")
        .check(classes);
  }

  private static String[] rooms(String... names) {
    return Arrays.stream(names).map(n -> ROOT + "." + n + "..").toArray(String[]::new);
  }

  private static int floor(String room) {
    for (int i = 0; i < FLOORS.size(); i++) {
      if (FLOORS.get(i).contains(room)) {
        return i;
      }
    }
    throw new AssertionError(room + " has no floor; give it one in FloorsTest and in ARCHITECTURE.md");
  }

  /** For each room the rooms it uses, each with an example of the use. */
  private static Map<String, Map<String, String>> arrows() {
    Map<String, Map<String, String>> arrows = new TreeMap<>();
    for (JavaClass from : classes) {
      Map<String, String> targets = arrows.computeIfAbsent(room(from), k -> new TreeMap<>());
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        JavaClass to = dependency.getTargetClass().getBaseComponentType();
        if (to.getPackageName().startsWith(ROOT + ".") && !room(to).equals(room(from))) {
          targets.putIfAbsent(room(to), dependency.getDescription());
        }
      }
    }
    return arrows;
  }

  private static String room(JavaClass type) {
    String[] names = type.getPackageName().split("\\.", -1);
    return names.length > 2 ? names[2] : "";
  }
}
