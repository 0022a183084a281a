package org.zhiheng.similarity.meaning;

import java.util.Arrays;

/// A place in a model's space, at distance 1 from its middle. Immutable.
public final class Vector {

  private final float[] values;

  private Vector(float[] values) {
    this.values = values;
  }

  /// The direction of these numbers, brought to length 1.
  ///
  /// @throws IllegalArgumentException when there are none, or they have no direction
  public static Vector of(float[] values) {
    double square = 0;
    for (float value : values) {
      square += (double) value * value;
    }
    if (!(square > 0 && square < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("values must have a direction: length² " + square);
    }
    double length = Math.sqrt(square);
    float[] unit = new float[values.length];
    for (int at = 0; at < unit.length; at++) {
      unit[at] = (float) (values[at] / length);
    }
    return new Vector(unit);
  }

  /// How many dimensions.
  public int size() {
    return values.length;
  }

  /// The number of one dimension, from 0.
  public float at(int dimension) {
    return values[dimension];
  }

  /// The cosine of the angle between both, -1..1.
  ///
  /// @throws IllegalArgumentException when they have not as many dimensions
  public double cosine(Vector other) {
    if (values.length != other.values.length) {
      throw new IllegalArgumentException(
          "as many dimensions needed: " + values.length + " and " + other.values.length);
    }
    double sum = 0;
    for (int at = 0; at < values.length; at++) {
      sum += (double) values[at] * other.values[at];
    }
    return Math.clamp(sum, -1.0, 1.0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vector vector && Arrays.equals(values, vector.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Vector of " + values.length + " dimensions";
  }
}
