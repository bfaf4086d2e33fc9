//! Units of one kind, brought to one: miles and kilometres, degrees of Fahrenheit and Celsius.

/// What a unit measures, and how much of the unit of that kind it is: `value * factor + offset`.
struct Scale {
    kind: Kind,
    factor: f64,
    offset: f64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Length,
    Area,
    Mass,
    Volume,
    Speed,
    Temperature,
    Power,
}

/// `value` of the unit `from` in the unit `to`, if both measure one thing. The factors are those of the International
/// System (NIST SP 811, appendix B); `ton` is the short ton.
pub(super) fn convert(value: f64, from: &str, to: &str) -> Option<f64> {
    let (from, to) = (scale(from)?, scale(to)?);
    (from.kind == to.kind).then(|| (value * from.factor + from.offset - to.offset) / to.factor)
}

fn scale(unit: &str) -> Option<Scale> {
    use Kind::{Area, Length, Mass, Power, Speed, Temperature, Volume};
    let (kind, factor) = match unit {
        "millimetre" => (Length, 0.001),
        "centimetre" => (Length, 0.01),
        "metre" => (Length, 1.0),
        "kilometre" => (Length, 1000.0),
        "inch" => (Length, 0.0254),
        "foot" => (Length, 0.3048),
        "yard" => (Length, 0.9144),
        "mile" => (Length, 1609.344),
        "nautical mile" => (Length, 1852.0),
        "square metre" => (Area, 1.0),
        "square kilometre" => (Area, 1e6),
        "square foot" => (Area, 0.092_903_04),
        "square yard" => (Area, 0.836_127_36),
        "square mile" => (Area, 2_589_988.110_336),
        "acre" => (Area, 4_046.856_422_4),
        "hectare" => (Area, 10_000.0),
        "milligram" => (Mass, 1e-6),
        "gram" => (Mass, 0.001),
        "kilogram" => (Mass, 1.0),
        "ounce" => (Mass, 0.028_349_523_125),
        "pound-weight" => (Mass, 0.453_592_37),
        "ton" => (Mass, 907.184_74),
        "tonne" => (Mass, 1000.0),
        "millilitre" => (Volume, 0.001),
        "litre" => (Volume, 1.0),
        "gallon" => (Volume, 3.785_411_784),
        "cubic metre" => (Volume, 1000.0),
        "cubic foot" => (Volume, 28.316_846_592),
        "kilometre per hour" => (Speed, 1.0),
        "mile per hour" => (Speed, 1.609_344),
        "knot" => (Speed, 1.852),
        "metre per second" => (Speed, 3.6),
        "foot per second" => (Speed, 1.097_28),
        "watt" => (Power, 1.0),
        "kilowatt" => (Power, 1e3),
        "megawatt" => (Power, 1e6),
        "gigawatt" => (Power, 1e9),
        "degree celsius" => (Temperature, 1.0),
        "degree fahrenheit" => {
            return Some(Scale { kind: Temperature, factor: 5.0 / 9.0, offset: -160.0 / 9.0 });
        }
        _ => return None,
    };
    Some(Scale { kind, factor, offset: 0.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for (value, from, to, expected) in [
            (60.0, "mile", "kilometre", 96.56064),
            (86.0, "degree fahrenheit", "degree celsius", 30.0),
            (30.0, "degree celsius", "degree fahrenheit", 86.0),
            (100.0, "acre", "hectare", 40.468_564_224),
            (180.0, "pound-weight", "kilogram", 81.646_626_6),
        ] {
            let converted = convert(value, from, to).unwrap();
            assert!((converted - expected).abs() < 1e-6, "{value} {from}: {converted} {to}");
            assert!((convert(converted, to, from).unwrap() - value).abs() < 1e-6, "{value} {from}");
        }
        assert_eq!(convert(1.0, "mile", "acre"), None);
        assert_eq!(convert(1.0, "mile", "barrel"), None);
    }
}
