"""Towns and diplomas of countries where CVs are written in English and numbers have no code, from memory, folded."""

from vivier.resumes.lexicon import words

_SAID = {
    "IN": """
        mumbai pune bangalore bengaluru hyderabad chennai kolkata delhi noida gurgaon gurugram ahmedabad jaipur kochi
        coimbatore indore nagpur lucknow kanpur bhopal bhubaneswar chandigarh mohali vadodara surat thiruvananthapuram
        trivandrum mysore mysuru madurai vellore warangal vijayawada visakhapatnam guwahati patna ranchi dehradun
        amritsar ludhiana jalandhar nashik solapur sangli kota udaipur rajkot salem trichy tiruchirappalli
        maharashtra karnataka telangana kerala gujarat rajasthan punjab haryana odisha bihar jharkhand uttarakhand
        b.tech btech b.e m.tech sslc cbse icse lakh lakhs crore
    """,
    "PK": "karachi lahore islamabad rawalpindi faisalabad peshawar multan sialkot sindh",
    "BD": "dhaka chittagong chattogram sylhet rajshahi khulna",
    "LK": "colombo kandy galle jaffna",
    "NP": "kathmandu pokhara lalitpur",
    "NG": "lagos abuja ibadan kano enugu benin-city",
    "GH": "accra kumasi",
    "KE": "nairobi mombasa kisumu eldoret nakuru",
    "ZA": "johannesburg pretoria durban soweto bloemfontein gauteng kwazulu-natal",
    "AU": "sydney melbourne brisbane adelaide canberra hobart darwin queensland",
    "NZ": "auckland christchurch dunedin waikato otago",
    "PH": "manila cebu davao makati",
    "SG": "singapore",
    "AE": "dubai sharjah",
}
SAID_IN = {name: code for code, names in _SAID.items() for name in words(names)}
