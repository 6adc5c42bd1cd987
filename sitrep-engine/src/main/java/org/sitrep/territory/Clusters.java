package org.sitrep.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parts places so that those of one part have nothing to do with those of another: two may share a border only
 * if they are nearer than twice the wider reach. Each part is drawn on a plane of its own.
 */
final class Clusters {

  private static final double EARTH = 6_371_008.8;

  private final List<Site> sites;
  private final double[][] points;
  private final int[] parents;
  private final double width;

  private Clusters(List<Site> sites) {
    this.sites = sites;
    this.points = sites.stream().map(s -> Plane.vector(s.lat(), s.lon())).toArray(double[][]::new);
    this.parents = new int[sites.size()];
    double widest = sites.stream().mapToDouble(Site::reach).max().orElse(1);
    this.width = Math.max(1, 2.02 * widest) / EARTH;
    for (int i = 0; i < parents.length; i++) {
      parents[i] = i;
    }
  }

  /** The parts, by their first places. */
  static Collection<List<Site>> of(List<Site> sites) {
    return new Clusters(sites).find();
  }

  private Collection<List<Site>> find() {
    Map<Cell, List<Integer>> grid = new HashMap<>();
    for (int i = 0; i < points.length; i++) {
      grid.computeIfAbsent(cell(points[i]), c -> new ArrayList<>()).add(i);
    }
    grid.forEach((cell, members) -> cell.around().forEach(c -> join(members, grid.getOrDefault(c, List.of()))));
    Map<Integer, List<Site>> parts = new TreeMap<>();
    for (int i = 0; i < points.length; i++) {
      parts.computeIfAbsent(root(i), k -> new ArrayList<>()).add(sites.get(i));
    }
    return parts.values();
  }

  private void join(List<Integer> some, List<Integer> others) {
    for (int i : some) {
      for (int k : others) {
        if (i < k && root(i) != root(k) && touch(i, k)) {
          int a = root(i);
          int b = root(k);
          parents[Math.max(a, b)] = Math.min(a, b);
        }
      }
    }
  }

  private boolean touch(int i, int k) {
    double[] a = points[i];
    double[] b = points[k];
    double chord = Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
    return chord * EARTH < 2.02 * Math.max(sites.get(i).reach(), sites.get(k).reach());
  }

  private static double square(double x) {
    return x * x;
  }

  private int root(int i) {
    int at = i;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  private Cell cell(double[] p) {
    return new Cell((int) Math.floor(p[0] / width), (int) Math.floor(p[1] / width), (int) Math.floor(p[2] / width));
  }

  private record Cell(int x, int y, int z) {

    List<Cell> around() {
      List<Cell> around = new ArrayList<>();
      for (int i = -1; i <= 1; i++) {
        for (int j = -1; j <= 1; j++) {
          for (int k = -1; k <= 1; k++) {
            around.add(new Cell(x + i, y + j, z + k));
          }
        }
      }
      return around;
    }
  }
}
