-- How a card draws its lots: 32-bit integers only, so that every machine and every version of the
-- engine draws the same ones. No hash(), no random(), no logarithm.
--
-- Variables: keys   UBIGINT[]  one 32-bit key per purpose, made from the seed
--            first_use, later_use, brief  BIGINT[]  1025 quantiles of a delay in seconds

CREATE OR REPLACE TEMP MACRO fold(x, bits) AS xor(x, x >> bits);

-- An avalanche over 32 bits (two multiplications, three folds).
CREATE OR REPLACE TEMP MACRO mix(x) AS
  fold((fold((fold(x, 16) * 2146121005) & 4294967295, 15) * 2221713035) & 4294967295, 16);

-- The state of a card, from which all its draws are made.
CREATE OR REPLACE TEMP MACRO card_state(card) AS
  mix(xor(mix(xor(card, getvariable('keys')[1])), getvariable('keys')[2]));

-- A uniform integer in [0, 2^32) for one purpose.
CREATE OR REPLACE TEMP MACRO draw(state, purpose) AS
  mix(xor(state, getvariable('keys')[purpose]));

-- A uniform integer in [0, n), and in parts of a million.
CREATE OR REPLACE TEMP MACRO pick(u, n) AS ((u * n::UBIGINT) >> 32)::BIGINT;
CREATE OR REPLACE TEMP MACRO ppm(u) AS pick(u, 1000000);

-- An integer in [0, n) that prefers the small ones: the square of a uniform.
CREATE OR REPLACE TEMP MACRO pick_low(u, n) AS pick((u * u) >> 32, n);

-- A delay in seconds: the quantile at u, linear between 1025 knots.
CREATE OR REPLACE TEMP MACRO knot(knots, u, step) AS knots[(1 + step + (u >> 22))::BIGINT];
CREATE OR REPLACE TEMP MACRO delay(u, knots) AS
  knot(knots, u, 0)
    + (((knot(knots, u, 1) - knot(knots, u, 0)) * (u & 4194303)::BIGINT) >> 22);

-- The cents spent at a step: all that is left at the last step of a card that is used up,
-- else 15 to 85 % of it.
CREATE OR REPLACE TEMP MACRO spend(step, steps, partly, remaining, u) AS
  CASE WHEN steps < step THEN 0
       WHEN steps = step AND NOT partly THEN remaining
       ELSE (remaining * (9830 + pick(u, 45875)) + 32768) >> 16 END;
