package org.athena.examples.cli;

/** Triangles with known answers; the answers stand in the tests, with their source. */
final class PublishedTriangles {

  /** RAA, Historical Loss Development, 1991 edition; Mack (1994), CAS Forum. */
  static final WideTriangle RAA =
      WideTriangle.of(
          """
          origin,1,2,3,4,5,6,7,8,9,10
          1981,5012,8269,10907,11805,13539,16181,18009,18608,18662,18834
          1982,106,4285,5396,10666,13782,15599,15496,16169,16704,
          1983,3410,8992,13873,16141,18735,22214,22863,23466,,
          1984,5655,11555,15766,21266,23425,26083,27067,,,
          1985,1092,9565,15836,22169,25955,26180,,,,
          1986,1513,6445,11702,12935,15852,,,,,
          1987,557,4020,10946,12314,,,,,,
          1988,1351,6947,13112,,,,,,,
          1989,3133,5395,,,,,,,,
          1990,2063,,,,,,,,,
          """);

  /** UK Motor, Christofides, Claims Reserving Manual v2, 1997. */
  static final WideTriangle UK_MOTOR =
      WideTriangle.of(
          """
          origin,1,2,3,4,5,6,7
          2007,3511,6726,8992,10704,11763,12350,12690
          2008,4001,7703,9981,11161,12117,12746,
          2009,4355,8287,10233,11755,12993,,
          2010,4295,7750,9773,11093,,,
          2011,4150,7897,10217,,,,
          2012,5102,9650,,,,,
          2013,6283,,,,,,
          """);

  /** A toy with issued values; ours, answers by chainladder-python v0.8.24. */
  static final WideTriangle TOY =
      WideTriangle.of(
          """
          cohort,issued,age0,age1,age2,age3,age4,age5
          2019,100000.00,52340.10,70560.55,78670.85,82691.00,84901.05,86006.95
          2020,112350.00,60110.25,80097.85,89148.25,93759.10,96149.30,
          2021,98760.50,50980.75,68090.80,75996.75,79877.15,,
          2022,135400.25,74120.00,97010.30,107241.05,,,
          2023,121999.75,64555.55,85565.65,,,,
          2024,143210.00,79870.35,,,,,
          """);

  private PublishedTriangles() {}
}
