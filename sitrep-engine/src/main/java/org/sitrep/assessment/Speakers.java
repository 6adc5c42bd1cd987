package org.sitrep.assessment;

import java.util.Optional;
import org.sitrep.claim.Claim;
import org.sitrep.knowledge.RootFinder;
import org.sitrep.source.Root;

/** Whose word claims are. */
interface Speakers {

  /** The root of a claim taken by itself. */
  Root of(Claim claim);

  /** Key of the root of what a publisher says in its own words. */
  String publisher(Optional<String> name);

  /** By the words for them alone, where no pack is at hand. */
  Speakers BY_WORDS =
      new Speakers() {
        @Override
        public Root of(Claim claim) {
          return new Root(claim.root(), claim.root(), Root.isNamed(claim.root()), false, Optional.empty());
        }

        @Override
        public String publisher(Optional<String> name) {
          return name.orElse(Root.NAMELESS_PUBLISHER);
        }
      };

  /** As the packs know them. */
  static Speakers by(RootFinder finder) {
    return new Speakers() {
      @Override
      public Root of(Claim claim) {
        return finder.of(claim);
      }

      @Override
      public String publisher(Optional<String> name) {
        return finder.publisher(name).key();
      }
    };
  }
}
