"""Names that the development sets give to units -> ids of ``units.csv`` and currency codes.

Several ids stand where the set's name leaves open which one is meant.
"""

RECOGNIZERS_UNITS = {
    "Acre": "acre", "Age": "year", "Barrel": "barrel", "Bit": "bit", "Bitcoin": "XBT", "C": "celsius",
    "Cent": "cent", "Centimeter per millisecond": "cm/ms", "Cubic foot": "foot3", "Cup": "cup", "Day": "day",
    "Decimeter": "dm", "Degree": "degree", "Dollar": "USD", "Dram": "dram", "F": "fahrenheit",
    "Finnish markka": "FIM", "Foot": "foot", "Franc": "CHF FRF", "Gallon": "gallon", "Gram": "g", "Inch": "inch",
    "Kilogram": "kg", "Kilometer": "km", "Kilometer per hour": "km/hour", "Kilometer per millisecond": "km/ms",
    "Megabit": "Mbit", "Megabyte": "MB", "Meter": "m", "Meter per millisecond": "m/ms", "Metric ton": "tonne",
    "Microgram": "µg", "Mile": "mile", "Mile per hour": "mile/hour", "Milliliter": "ml", "Millimeter": "mm",
    "Month": "month", "Netherlands guilder": "NLG", "Ounce": "ounce", "Pence": "pence", "Penny": "pence cent",
    "Peseta": "ESP", "Picometer": "pm", "Pound": "pound GBP", "Radian": "radian", "Rupee": "INR", "Satoshi": "satoshi",
    "Sen": "sen", "Square kilometer": "km2", "Square meter": "m2", "Tablespoon": "tablespoon",
    "Teaspoon": "teaspoon", "Ton": "ton tonne", "Turn": "turn", "Week": "week", "Year": "year",
}  # fmt: skip

QUANTULUM_UNITS = {
    "count per week": "/week", "baker's dozen": "", "bit": "bit", "british thermal unit": "btu", "byte": "B", "centilitre": "cl",
    "cubic centimetre": "ml cm3", "cubic kilometre": "km3", "degree Celsius": "celsius",
    "degree Fahrenheit": "fahrenheit", "degree fahrenheit": "fahrenheit", "dimensionless": " share",
    "dollar": "USD", "dollar per hour": "USD/hour", "dollar per kilogram": "USD/kg", "dozen": "",
    "electronvolt": "eV", "euro": "EUR", "exabyte": "EB", "gigahertz": "GHz", "gray": "Gy", "gross": "",
    "joule second": "Js", "kibibyte": "KiB", "kilobit per second": "kbit/s", "kilogram": "kg",
    "kilogram per cubic centimetre": "kg/cm3", "kilometre": "km", "kilometre per hour": "km/hour", "kilometre per square second": "km/s2", "attometre": "am", "litre": "l",
    "litre per kilometre": "l/km", "megabyte": "MB", "megawatt hour": "MWh", "metre": "m", "milligram": "mg",
    "milligray": "mGy", "minute of arc": "arcminute", "nanometre": "nm", "penny": "pence cent",
    "percentage": "percent", "picometre": "pm", "pound sterling": "GBP", "pound-mass": "pound",
    "second of arc": "arcsecond", "square kilometre": "km2", "square mile": "mile2", "teraelectronvolt": "TeV",
    "ton per day": "tonne/day ton/day", "watt": "W", "watt hour": "Wh", "watt per minute": "W/minute",
}  # fmt: skip

QUANTULUM_FACTORS = {"dozen": 12, "baker's dozen": 13, "gross": 144}
"""Units of that set which are numbers to us."""
