package org.sitrep.discourse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sitrep.discussion.Discussion;
import org.sitrep.discussion.Masked;
import org.sitrep.discussion.Proposition;
import org.sitrep.discussion.Share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Shares of authors, and what of them may be shown. */
class ShareTest {

  private static Proposition proposition(String place) {
    return new Proposition(
        "capture", "capture", List.of(), List.of(), Optional.of(new Proposition.Named(place, place)), true, List.of());
  }

  private static Discussion discussion(int... authors) {
    List<Discussion.Counted> said =
        java.util.Arrays.stream(authors)
            .mapToObj(n -> new Discussion.Counted(proposition("p" + n), n, 1, Share.of(n, 40)))
            .toList();
    List<Discussion.Answer> answers =
        java.util.Arrays.stream(authors)
            .mapToObj(
                n -> new Discussion.Answer("c" + n, Discussion.Answer.Kind.DISPUTED, n, Share.of(n, 40), said))
            .toList();
    return new Discussion(
        "d", 1, 60, 40, 3, 10, 2, 0,
        said.stream().map(s -> new Discussion.Copy(9, 1, s.share())).toList(),
        said.stream().map(s -> new Discussion.Quote(Discussion.Quote.From.POST, -1, 0, 9, s.share())).toList(),
        said.stream()
            .map(s -> new Discussion.Link("h", 9, s.share(), List.of(new Discussion.Link.Page("h/a", 1, Share.of(1, 40)))))
            .toList(),
        said, answers, Share.of(authors[0], 40));
  }

  /** Values from the formula in Wilson (1927), as R's prop.test(x, n, correct = FALSE) gives them. */
  @Test
  void A01_wilsonIntervals() {
    Share half = Share.of(5, 10);
    assertThat(half.low()).isCloseTo(0.2366, within(5e-5));
    assertThat(half.high()).isCloseTo(0.7634, within(5e-5));
    assertThat(Share.of(0, 10).low()).isZero();
    assertThat(Share.of(0, 10).high()).isCloseTo(0.2775, within(5e-5));
    assertThat(Share.of(10, 10).low()).isCloseTo(0.7225, within(5e-5));
    assertThat(Share.of(10, 10).high()).isEqualTo(1);
  }

  @Test
  void A02_nobodyIsAnywhereBetweenNoneAndAll() {
    assertThat(Share.of(0, 0)).isEqualTo(new Share(0, 0, 0, 1));
    assertThatThrownBy(() -> Share.of(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void B01_whatFewerThanFiveSayIsTakenOutAndCounted() {
    Masked masked = Masked.of(discussion(4, 5, 1), 5);
    assertThat(masked.discussion().propositions()).hasSize(1);
    assertThat(masked.propositions()).isEqualTo(2);
    assertThat(masked.copies()).isEqualTo(2);
    assertThat(masked.quotes()).isEqualTo(2);
    assertThat(masked.hosts()).isEqualTo(2);
    assertThat(masked.discussion().links().getFirst().pages()).isEmpty();
    assertThat(masked.discussion().rejections()).isEqualTo(new Share(0, 0, 0, 1));
  }

  @Test
  void B02_aClaimThatFewTakeUpKeepsNoNumberNoIntervalAndNoVersion() {
    Discussion.Answer few = Masked.of(discussion(4), 5).discussion().answers().getFirst();
    assertThat(few.share()).isEqualTo(new Share(0, 0, 0, 1));
    assertThat(few.posts()).isZero();
    assertThat(few.versions()).isEmpty();
  }

  @Test
  void B03_nobodyCanAskForLessThanTheRule() {
    assertThat(Masked.of(discussion(4, 5), 1).fewest()).isEqualTo(5);
    assertThat(Masked.of(discussion(4, 5), 1).discussion().propositions()).hasSize(1);
    assertThat(Masked.of(discussion(4, 5), 6).discussion().propositions()).isEmpty();
  }

  @Test
  void C01_aNarrowerPropositionSaysTheWiderOne() {
    Proposition.Named army = new Proposition.Named("army", "Army");
    Proposition wide = proposition("x");
    Proposition narrow =
        new Proposition("capture", "capture", List.of(army), List.of(), wide.place(), true, List.of());
    assertThat(wide.contains(narrow)).isTrue();
    assertThat(narrow.contains(wide)).isFalse();
    assertThat(wide.contains(proposition("y"))).isFalse();
  }
}
