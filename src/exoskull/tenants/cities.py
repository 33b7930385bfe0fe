"""Cities that people look for and that no zone is named after, with the zone that each is in."""

from collections.abc import Mapping

CITIES: Mapping[str, tuple[str, ...]] = {
    "Europe/Warsaw": (
        "Kraków", "Łódź", "Wrocław", "Poznań", "Gdańsk", "Gdynia", "Sopot", "Szczecin",
        "Bydgoszcz", "Toruń", "Lublin", "Białystok", "Katowice", "Gliwice", "Częstochowa",
        "Radom", "Kielce", "Rzeszów", "Olsztyn", "Opole", "Zielona Góra", "Bielsko-Biała",
    ),
    "Europe/Berlin": ("Monachium", "Munich", "Hamburg", "Kolonia", "Cologne", "Frankfurt"),
    "Europe/London": ("Manchester", "Birmingham", "Edynburg", "Edinburgh", "Glasgow", "Cardiff"),
    "Europe/Zurich": ("Genewa", "Geneva", "Bazylea", "Basel", "Berno", "Bern"),
    "Europe/Rome": ("Mediolan", "Milan", "Neapol", "Naples", "Turyn", "Turin", "Florencja",
                    "Florence", "Wenecja", "Venice"),
    "Europe/Madrid": ("Barcelona", "Walencja", "Valencia", "Sewilla", "Seville"),
    "Europe/Paris": ("Lyon", "Marsylia", "Marseille", "Nicea", "Nice"),
    "Europe/Amsterdam": ("Rotterdam", "Haga", "The Hague", "Eindhoven"),
    "Europe/Stockholm": ("Göteborg", "Gothenburg", "Malmö"),
    "Europe/Prague": ("Brno", "Ostrawa", "Ostrava"),
    "Europe/Kyiv": ("Lwów", "Lviv", "Odessa", "Odesa", "Charków", "Kharkiv"),
    "Europe/Moscow": ("Petersburg", "Saint Petersburg"),
    "America/New_York": (
        "Boston", "Waszyngton", "Washington", "Filadelfia", "Philadelphia", "Miami", "Atlanta",
    ),
    "America/Chicago": ("Houston", "Dallas", "Austin", "Nowy Orlean", "New Orleans"),
    "America/Los_Angeles": (
        "San Francisco", "Seattle", "San Diego", "Las Vegas", "Portland",
    ),
    "America/Toronto": ("Montreal", "Ottawa"),
    "America/Edmonton": ("Calgary",),
    "America/Sao_Paulo": ("Rio de Janeiro", "Brasília"),
    "Asia/Kolkata": ("Bombaj", "Mumbai", "Delhi", "Bengaluru", "Bangalore"),
    "Asia/Shanghai": ("Pekin", "Beijing", "Shenzhen"),
    "Asia/Tokyo": ("Osaka", "Kioto", "Kyoto"),
    "Asia/Dubai": ("Abu Zabi", "Abu Dhabi"),
    "Asia/Jerusalem": ("Tel Awiw", "Tel Aviv"),
    "Africa/Johannesburg": ("Kapsztad", "Cape Town"),
    "Africa/Lagos": ("Abudża", "Abuja"),
}  # fmt: skip
