package org.sitrep.synthetic;

import java.util.Random;
import org.sitrep.fusion.Telling;

/** A country of towns with villages around them, and of regions one degree wide. */
final class Land {

  private static final int AROUND_TOWN = 4;
  private static final double KM_PER_DEGREE = 111.2;

  private final double[][] spots;

  Land(Random random, int places) {
    spots = new double[places][2];
    for (int i = 0; i < places; i++) {
      if (isTown(i)) {
        spots[i] = new double[] {33 + random.nextDouble() * 3.5, 36.5 + random.nextDouble() * 4};
      } else {
        double[] town = spots[town(i)];
        double angle = random.nextDouble() * 2 * Math.PI;
        double degrees = (3.5 + random.nextDouble() * 14) / KM_PER_DEGREE;
        spots[i] =
            new double[] {
              town[0] + Math.cos(angle) * degrees,
              town[1] + Math.sin(angle) * degrees / Math.cos(Math.toRadians(town[0]))
            };
      }
    }
  }

  int places() {
    return spots.length;
  }

  static boolean isTown(int place) {
    return town(place) == place;
  }

  /** The town that a village lies near; itself for a town. */
  static int town(int place) {
    return place - place % (AROUND_TOWN + 1);
  }

  /** Another place near the same town, or the place itself where there is none. */
  int neighbour(int place, Random random) {
    int other = town(place) + random.nextInt(AROUND_TOWN + 1);
    return other < spots.length ? other : place;
  }

  void exactly(Telling telling, int place) {
    telling.near("Place " + place, spots[place][0], spots[place][1], isTown(place) ? 6 : 2);
  }

  void region(Telling telling, int place) {
    double lat = Math.floor(spots[place][0]) + 0.5;
    double lon = Math.floor(spots[place][1]) + 0.5;
    telling.near("Region " + lat + " " + lon, lat, lon, 70);
  }

  void besides(Telling telling, int place) {
    telling.near("Beside " + place, spots[place][0] + 0.04, spots[place][1], 2);
  }
}
