package org.zhiheng.cashflow.run;

/// The normal distribution, the same to the last bit on every machine.
final class Normal {

  private static final double SQRT_TWO_PI = 2.5066282746310002;

  private Normal() {}

  /// The probability below a point; its error is below 1e-14 or so.
  ///
  /// Source: G. West, "Better approximations to cumulative normal functions", Wilmott 2005, after
  /// Hart's algorithm 5666.
  static double below(double x) {
    double at = Math.abs(x);
    double above;
    if (at > 37) {
      above = 0;
    } else {
      double bell = StrictMath.exp(-at * at / 2);
      if (at < 7.07106781186547) {
        double over = 3.52624965998911e-02 * at + 0.700383064443688;
        over = over * at + 6.37396220353165;
        over = over * at + 33.912866078383;
        over = over * at + 112.079291497871;
        over = over * at + 221.213596169931;
        over = over * at + 220.206867912376;
        double under = 8.83883476483184e-02 * at + 1.75566716318264;
        under = under * at + 16.064177579207;
        under = under * at + 86.7807322029461;
        under = under * at + 296.564248779674;
        under = under * at + 637.333633378831;
        under = under * at + 793.826512519948;
        under = under * at + 440.413735824752;
        above = bell * over / under;
      } else {
        double tail = at + 0.65;
        tail = at + 4 / tail;
        tail = at + 3 / tail;
        tail = at + 2 / tail;
        tail = at + 1 / tail;
        above = bell / tail / SQRT_TWO_PI;
      }
    }
    return x > 0 ? 1 - above : above;
  }

  /// The point below which a probability in `(0, 1)` lies.
  ///
  /// Source: P. Acklam's rational approximation (2003), one step of Halley's method behind it.
  static double point(double p) {
    double at;
    if (p < 0.02425 || p > 1 - 0.02425) {
      double q = StrictMath.sqrt(-2 * StrictMath.log(p < 0.5 ? p : 1 - p));
      double tail =
          (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838) * q
                                  - 2.549732539343734)
                              * q
                          + 4.374664141464968)
                      * q
                  + 2.938163982698783)
              / ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996) * q
                          + 3.754408661907416)
                      * q
                  + 1);
      at = p < 0.5 ? tail : -tail;
    } else {
      double q = p - 0.5;
      double r = q * q;
      at =
          (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                                  + 1.383577518672690e+02)
                              * r
                          - 3.066479806614716e+01)
                      * r
                  + 2.506628277459239)
              * q
              / (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r
                                          - 1.556989798598866e+02)
                                      * r
                                  + 6.680131188771972e+01)
                              * r
                          - 1.328068155288572e+01)
                      * r
                  + 1);
    }
    double off = (below(at) - p) * SQRT_TWO_PI * StrictMath.exp(at * at / 2);
    return at - off / (1 + at * off / 2);
  }
}
