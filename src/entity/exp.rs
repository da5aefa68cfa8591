//! The exponential function, the same on every machine.

/// e to the power of `x`, the same on every machine: sums and products of `f32` only, in one order.
/// Within 1 part in 10^5 from -40 to 40, beyond which it stays.
#[allow(clippy::approx_constant)] // the first term is ln 2 as rounded
pub(super) fn exp(x: f32) -> f32 {
    let scaled = x.clamp(-40.0, 40.0) * std::f32::consts::LOG2_E;
    // Adding 1.5 × 2^23 rounds to a whole number without a branch; it stands in the lowest bits.
    const ROUND: f32 = 12_582_912.0;
    let rounded = scaled + ROUND;
    let part = scaled - (rounded - ROUND);
    // 2^part on -0.5 to 0.5: the Taylor series of e^(part ln 2).
    let power = 1.0
        + part
            * (0.693_147_2
                + part * (0.240_226_5 + part * (0.055_504_11 + part * (0.009_618_13 + part * 0.001_333_36))));
    // The whole number, -58 to 58, as an exponent.
    let exponent = rounded.to_bits().wrapping_sub(ROUND.to_bits()).wrapping_add(127) << 23;
    power * f32::from_bits(exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_close_to_the_true_one() {
        for step in -400..=400 {
            let x = step as f32 / 10.0;
            assert!((f64::from(exp(x)) / f64::from(x).exp() - 1.0).abs() < 1e-5, "{x}");
        }
    }
}
